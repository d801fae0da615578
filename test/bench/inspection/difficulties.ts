import type { Row } from './rows'

const band = (edges: readonly number[], unit: string) => (value: number) => {
  const at = edges.findIndex((edge) => value < edge)
  if (at === 0) return `< ${edges[0]}${unit}`
  return at < 0 ? `>= ${edges[edges.length - 1]}${unit}` : `${edges[at - 1]}-${edges[at]}${unit}`
}

const tilt = band([5, 11, 20, 31], '°')
const blur = band([0.9, 1.4, 1.9, 2.5], ' px')
const contrast = band([0.55, 0.7, 0.85], '')
const percent = band([1, 10, 30], ' %')

/** What can make a photo hard, and the band of each that a photo falls in. */
export const DIFFICULTIES: Readonly<Record<string, (row: Row) => string>> = {
  fruit: ({ fruit }) => fruit,
  design: ({ family }) => family,
  tilt: ({ tiltDegrees }) => tilt(tiltDegrees),
  blur: ({ blurPx }) => blur(blurPx),
  contrast: (row) => contrast(row.contrast),
  'glare on imprint': ({ glare }) => percent(glare * 100),
  'shade on imprint': ({ shaded }) => (shaded === 0 ? 'none' : shaded > 0.95 ? 'all' : 'edge across'),
  background: ({ backdrop }) => backdrop,
}
