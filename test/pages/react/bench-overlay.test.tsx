import { render } from '@testing-library/react'
import BenchPage from '../../../src/merchant/bench'
import { cloud } from '../support/taro'
import { bench, crate, line } from './staff-samples'
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
    cloud.answer({ 'intake.get': () => ({ ...bench, lines, photos }) })
    await show(<BenchPage />, { id: bench.id })
    expect(document.querySelector('img[src="https://x/1.jpg"]')?.getAttribute('aria-label')).toContain('生日快乐')
    await tap('look-overlay')
    const drawn = decodeURIComponent(at('overlay').querySelector('img')?.getAttribute('src') ?? '')
    expect(drawn).toContain('#8CFFBD')
    expect(drawn).toContain(lines[0].art[0])
    await tap('look-side')
    expect(has('overlay')).toBe(false)
    expect(text()).toContain('订单要印的')
  })

  test('every fruit of a parcel with one character on each is held against its own', async () => {
    cloud.answer({ 'intake.get': () => ({ ...crate, photos }) })
    await show(<BenchPage />, { id: crate.id })
    expect(at('fruit-3').textContent).toBe('3乐')
    await tap('fruit-3')
    await tap('look-overlay')
    const drawn = decodeURIComponent(at('overlay').querySelector('img')?.getAttribute('src') ?? '')
    expect(drawn).toContain(crate.lines[0].art[2])
    expect(document.querySelector('img[src="https://x/1.jpg"]')?.getAttribute('aria-label')).toContain('乐')
  })
})
