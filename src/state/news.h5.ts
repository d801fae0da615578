/** In the browser build the workbench around the phone tells when another person, or the clock, has moved something. */
export function onNews(listen: () => void): () => void {
  const heard = (event: MessageEvent) => {
    if (event.origin === window.location.origin && event.data === 'guoyin:news') listen()
  }
  window.addEventListener('message', heard)
  return () => window.removeEventListener('message', heard)
}
