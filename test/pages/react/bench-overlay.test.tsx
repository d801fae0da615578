import { render } from '@testing-library/react'
import BenchPage from '../../../src/merchant/bench'
import { cloud } from '../support/taro'
import { bench, line } from './staff-samples'
import { at, has, settle, tap, text } from './staff-screen'

beforeEach(() => cloud.reset())

async function show(page: JSX.Element, params: Record<string, string>) {
  cloud.openWith(params)
  render(page)
  await settle()
}

describe('over the photo at the bench', () => {
  const photos = [
    { step: 'harvested', fileId: 'cloud://x/1.jpg', at: '2026-10-22T02:00:00.000Z', url: 'https://x/1.jpg' },
  ]

  test('what is cut is laid, and beside it on request', async () => {
    const lines = [{ ...line, art: ['M-9 -9L9 -9L0 9Z'] }]
    cloud.answer({ 'intake.find': () => ({ ...bench, lines, photos }) })
    await show(<BenchPage />, { code: bench.code })
    expect(document.querySelector('img[src="https://x/1.jpg"]')?.getAttribute('aria-label')).toContain('生日快乐')
    await tap('look-overlay')
    const drawn = decodeURIComponent(at('overlay').querySelector('img')?.getAttribute('src') ?? '')
    expect(drawn).toContain('#8CFFBD')
    expect(drawn).toContain(lines[0].art[0])
    await tap('look-side')
    expect(has('overlay')).toBe(false)
    expect(text()).toContain('订单要印的')
  })

  test('every character of a parcel with one on each fruit can be laid', async () => {
    const art = [1, 2, 3, 4].map((n) => `M-${n} -9L9 -9L0 9Z`)
    cloud.answer({ 'intake.find': () => ({ ...bench, lines: [{ ...line, art }], photos }) })
    await show(<BenchPage />, { code: bench.code })
    await tap('look-overlay')
    expect(art.map((_, i) => at(`designs-${i}`).textContent).join('')).toBe('生日快乐')
    await tap('designs-2')
    expect(at('designs-2').getAttribute('aria-checked')).toBe('true')
    expect(decodeURIComponent(at('overlay').querySelector('img')?.getAttribute('src') ?? '')).toContain(art[2])
  })
})
