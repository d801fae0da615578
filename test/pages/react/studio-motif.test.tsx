import { MOTIFS } from '../../../domain/imprint/motifs'
import { currentDesign } from '../../../src/state/design'
import { cloud } from '../support/taro'
import { thin } from './glyph-samples'
import { newShopper, rest, showStudio } from './studio-screen'
import { at, has, tap } from './staff-screen'

beforeEach(newShopper)
afterEach(() => jest.useRealTimers())

async function atMotifs() {
  await showStudio()
  await tap('kind-motif')
}

test('every motif can be chosen, and says which one is', async () => {
  await atMotifs()
  expect(MOTIFS.filter(({ id }) => !has(`motif-${id}`))).toEqual([])
  await tap('motif-heart')
  expect(at('motif-heart').getAttribute('aria-checked')).toBe('true')
  expect(at('motif-fish').getAttribute('aria-checked')).toBe('false')
  await rest()
  expect(cloud.callsOf('design.stencil')).toEqual([{ productId: 'fuji', imprint: { kind: 'motif', motif: 'heart' } }])
  expect(at('hints').textContent).toContain('能印得清楚')
})

test('ordering without one says what is missing', async () => {
  await atMotifs()
  await tap('order')
  expect(has('pack-sheet')).toBe(false)
  expect(at('hints').textContent).toContain('还没选图案呢')
})

test('one that cannot be made on this fruit is not ordered', async () => {
  cloud.answer({ 'design.stencil': () => thin })
  await atMotifs()
  await tap('motif-dragon')
  await rest()
  await tap('order')
  expect(has('pack-sheet')).toBe(false)
})

test('the words written before are still there beside it', async () => {
  await atMotifs()
  await tap('motif-heart')
  await tap('kind-text')
  expect(currentDesign()).toMatchObject({ kind: 'text', motif: 'heart' })
})
