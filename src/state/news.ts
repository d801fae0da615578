/** In WeChat nothing outside the app knows of news; pages read again when they are shown. */
export function onNews(_listen: () => void): () => void {
  return () => undefined
}
