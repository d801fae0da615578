import { act, fireEvent, render } from '@testing-library/react'
import DesignPage from '../../../src/studio/design'
import { artStore, clearDesigns, draftsStore } from '../../../src/state/design'
import { dismissOverlay } from '../../../src/state/overlay'
import { forgetGlyphs } from '../../../src/studio/glyphs'
import { cloud } from '../support/taro'
import { fine, glyphs } from './glyph-samples'
import { fujiView, galaView } from './shop-samples'
import { at, settle } from './staff-screen'

/** A shopper who has never been in the studio, and a shop that likes everything. */
export function newShopper(): void {
  jest.useFakeTimers()
  cloud.reset()
  dismissOverlay()
  forgetGlyphs()
  draftsStore.set({ designs: [], at: 0 })
  artStore.set({})
  clearDesigns()
  cloud.answer({
    'catalogue.list': () => ({ products: [fujiView, galaView] }),
    'design.check': () => ({ refusal: null, content: 'pass' }),
    'design.glyphs': glyphs,
    'design.stencil': () => fine,
  })
}

export async function showStudio() {
  const shown = render(<DesignPage />)
  await settle()
  return shown
}

/** Lets so many milliseconds pass, and everything that was asked in them be answered. */
export async function pass(ms: number): Promise<void> {
  await act(async () => void jest.advanceTimersByTime(ms))
  await settle()
}

/** The design rests until the server has said what it thinks of it. */
export const rest = () => pass(400)

export async function leave(id: string): Promise<void> {
  fireEvent.blur(at(id))
  await pass(300)
}
