/** Scrolls the page so far that the element can be seen; nothing happens when there is none. */
export function show(id: string): void {
  // Pages below stay in the document: the last one is on top.
  const found = document.querySelectorAll(`[id="${id}"]`)
  found[found.length - 1]?.scrollIntoView({ block: 'center' })
}
