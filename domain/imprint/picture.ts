/** How a photo becomes two tones (O2). Absent choices are the usual ones. */
export interface PictureWish {
  /** `logo` splits flat art at one level; `portrait` evens out the light first and keeps fine dark lines. */
  style: 'portrait' | 'logo'
  /** Above 0 more of the picture is printed, below 0 less; WISH.threshold. */
  threshold: number
  /** 1 is the photo's own; WISH.contrast. */
  contrast: number
  /** Prints the light parts instead of the dark ones. */
  invert: boolean
  /** Degrees clockwise. */
  turn: number
  /** The square that is used: its middle as fractions of the photo, its side as a share of the shorter edge. */
  crop: { x: number; y: number; side: number }
  /** How far small detail is dropped, 0 to 3. */
  simplify: number
}

/** How far each choice goes. */
export const WISH = {
  threshold: { least: -0.3, most: 0.3 },
  contrast: { least: 0.5, most: 2 },
  turn: { least: -180, most: 180 },
  side: { least: 0.1, most: 1 },
  simplify: { least: 0, most: 3 },
} as const

export const PLAIN_WISH: PictureWish = {
  style: 'portrait',
  threshold: 0,
  contrast: 1,
  invert: false,
  turn: 0,
  crop: { x: 0.5, y: 0.5, side: 1 },
  simplify: 0,
}
