import { useEffect, useState } from 'react'

/** A phone's screen in px, as its app sees it. */
export const SCREEN = { width: 375, height: 812 } as const

/** What stands around three phones in px: their bezels, gaps and page margins; and the column beside them. */
const AROUND = 116
const ASIDE = 324
/** Bar, margins, a phone's head, its address and its bezel. */
const ABOVE_AND_BELOW = 178
/** Narrower than this, the clock and the messages go below the phones, then the phones below each other. */
export const FOLDS = { aside: 1180, phones: 800 } as const
/** Words on a phone must stay readable; on a lower window the page scrolls instead. */
const LEAST = 0.62

/** How much a phone is drawn smaller than it is, so that three of them fit into a window of this size. */
export function scaleFor(width: number, height: number): number {
  const room = width < FOLDS.phones ? width - 52 : (width - AROUND - (width < FOLDS.aside ? 0 : ASIDE)) / 3
  const byHeight = Math.max(LEAST, (height - ABOVE_AND_BELOW) / SCREEN.height)
  return Math.min(1, room / SCREEN.width, byHeight)
}

/** `scaleFor` this window, also after it was resized. */
export function useScale(): number {
  const measure = () => scaleFor(window.innerWidth, window.innerHeight)
  const [scale, setScale] = useState(measure)
  useEffect(() => {
    const resized = () => setScale(measure())
    window.addEventListener('resize', resized)
    return () => window.removeEventListener('resize', resized)
  }, [])
  return scale
}

/** What a phone's frame shows: the page with its query, and the colours at its edges; null where it is no plain colour. */
export interface Seen {
  page: string
  top: string | null
  bottom: string | null
}

/** A phone has no scrollbars, whatever the browser around it has. */
export function hideScrollbars(frame: HTMLIFrameElement): void {
  const style = frame.contentDocument?.createElement('style')
  if (!style) return
  style.textContent = '* { scrollbar-width: none } ::-webkit-scrollbar { display: none }'
  frame.contentDocument?.head.append(style)
}

/** Reads a phone's frame; undefined until its app has started. */
export function seenIn(frame: HTMLIFrameElement | null): Seen | undefined {
  const inner = frame?.contentWindow
  const page = inner?.location.hash.replace(/^#\//, '')
  if (!inner || !page) return undefined
  return { page, top: colourAt(inner, 1), bottom: colourAt(inner, inner.innerHeight - 2) }
}

function colourAt(inner: Window, y: number): string | null {
  const found = inner.document.elementFromPoint(inner.innerWidth / 2, y)
  for (let element = found; element; element = element.parentElement) {
    const { backgroundColor, backgroundImage } = inner.getComputedStyle(element)
    if (backgroundImage !== 'none') return null
    // Veils and gaps let through what lies below.
    if (/^rgb\(/.test(backgroundColor)) return backgroundColor
  }
  return null
}
