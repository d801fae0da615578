import { useState } from 'react'
import type { FixView } from '../../../contract/design-views'
import { changeDesign, type Design } from '../../state/design'
import { fixed } from './fixes'

/** Taps a fix, and takes it back as long as nothing else was changed. */
export function useFixes(design: Design): { onFix: (fix: FixView) => void; onUndo?: () => void } {
  const [done, setDone] = useState<{ before: Design; after: string } | null>(null)
  const onFix = (fix: FixView) => {
    const part = fixed(fix, design)
    changeDesign(part)
    setDone({ before: design, after: JSON.stringify({ ...design, ...part }) })
  }
  if (!done || done.after !== JSON.stringify(design)) return { onFix }
  const onUndo = () => {
    changeDesign(done.before)
    setDone(null)
  }
  return { onFix, onUndo }
}
