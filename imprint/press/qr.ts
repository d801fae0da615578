import { create } from 'qrcode'
import type { Path, Step } from '../outline/path'

/** Modules left free around a code (ISO/IEC 18004). */
const QUIET = 4

/**
 * A QR code as outlines, `sizeMm` wide with its quiet zone, its upper left corner at 0, 0. Runs of dark modules in a row are
 * drawn as one bar. An imprint code gives 21 modules, so 16 mm are 0.55 mm each, which phones read at arm's length.
 */
export function qrPath(text: string, sizeMm: number): Path {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const module = sizeMm / (modules.size + 2 * QUIET)
  const steps: Step[] = []
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; ) {
      let end = x
      while (end < modules.size && modules.get(y, end)) end++
      if (end > x) steps.push(...bar((x + QUIET) * module, (y + QUIET) * module, (end - x) * module, module))
      x = Math.max(end, x + 1)
    }
  }
  return steps
}

function bar(left: number, top: number, width: number, height: number): Step[] {
  return [
    ['M', left, top],
    ['L', left + width, top],
    ['L', left + width, top + height],
    ['L', left, top + height],
    ['Z'],
  ]
}
