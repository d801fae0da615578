/**
 * Frames of one page share the browser's history, so that going back on one phone of the workbench would move another.
 * Inside a frame the app therefore keeps its own list of places; the browser only ever sees the current one replaced.
 */
export function keepOwnHistory(): void {
  if (window.parent === window) return
  const { history } = window
  const replace = history.replaceState.bind(history)
  const places: { state: unknown; url: string }[] = [{ state: history.state, url: window.location.href }]
  let at = 0

  history.pushState = (state: unknown, _title: string, url?: string | URL | null) => {
    places.splice(at + 1)
    places.push({ state, url: String(url ?? window.location.href) })
    at = places.length - 1
    replace(state, '', url)
  }
  history.replaceState = (state: unknown, _title: string, url?: string | URL | null) => {
    places[at] = { state, url: String(url ?? window.location.href) }
    replace(state, '', url)
  }
  history.go = (delta = 0) => {
    const to = Math.min(Math.max(at + delta, 0), places.length - 1)
    if (to === at) return
    at = to
    replace(places[at].state, '', places[at].url)
    window.dispatchEvent(new PopStateEvent('popstate', { state: places[at].state }))
  }
  history.back = () => history.go(-1)
  history.forward = () => history.go(1)
}
