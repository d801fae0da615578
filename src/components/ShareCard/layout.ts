/** The card in px: upright, as an album and a moment show it best. */
export const CARD = { width: 750, height: 1000 } as const

/** The square of the fruit, the lines under it, the seal. */
export const PLACES = {
  fruit: { left: 75, top: 60, side: 600 },
  sentence: { top: 762, height: 62, size: 44, mostWidth: 620, mostLines: 2 },
  note: { size: 24, below: 46 },
  seal: { left: 642, top: 892, side: 60 },
} as const

/**
 * A sentence in at most `most` lines that are no wider than `width` by `measure`; what does not fit ends in an
 * ellipsis. Chinese may break anywhere, so it does.
 */
export function brokenLines(
  sentence: string,
  width: number,
  most: number,
  measure: (text: string) => number,
): string[] {
  const lines = ['']
  for (const char of sentence.trim()) {
    const last = lines[lines.length - 1]
    if (char === '\n' || measure(last + char) > width) {
      if (lines.length === most) return [...lines.slice(0, -1), `${last.slice(0, -1)}…`]
      lines.push(char.trim())
    } else lines[lines.length - 1] = last + char
  }
  return lines.filter((line) => line !== '')
}
