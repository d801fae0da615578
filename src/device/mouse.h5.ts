/** A mouse drags what a finger drags: things marked `data-drag` hear of it as of touches. */
export function listenForMouse(): void {
  let held: Element | null = null
  const tell = (type: string, { clientX, clientY }: MouseEvent) =>
    held?.dispatchEvent(Object.assign(new Event(type, { bubbles: true }), { touches: [{ clientX, clientY }] }))
  document.addEventListener('mousedown', (event) => {
    held = event.target instanceof Element ? event.target.closest('[data-drag]') : null
    // A picture would otherwise be dragged out of the page.
    if (held) event.preventDefault()
    tell('touchstart', event)
  })
  document.addEventListener('mousemove', (event) => {
    tell('touchmove', event)
  })
  document.addEventListener('mouseup', () => {
    held = null
  })
}
