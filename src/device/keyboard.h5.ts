/** Enter and Space press whatever tappable thing has the focus; Escape presses the close button of the open sheet. */
export function listenForKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      document.querySelector<HTMLElement>('.sheet__close')?.click()
      return
    }
    const target = event.target
    if (!(target instanceof HTMLElement) || !target.matches('[role][tabindex="0"]')) return
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    target.click()
  })
}
