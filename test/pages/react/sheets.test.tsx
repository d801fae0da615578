import { render } from '@testing-library/react'
import type { SheetJobView, SheetsView } from '../../../contract/sheet-views'
import { POLICY } from '../../../domain/policy'
import SheetsPage from '../../../src/orchard/sheets'
import WeekPage from '../../../src/orchard/week'
import { cloud, Refusing } from '../support/taro'
import { job, work } from './staff-samples'
import { at, has, settle, tap, text } from './staff-screen'

const URL = 'https://files/sheets/one.pdf'
const DESIGN = 'M-5 -5L5 -5L5 5L-5 5Z'

const waiting = (n: number, change: Partial<SheetJobView> = {}): SheetJobView => ({
  id: `GY26090588888${n}-F1`,
  code: `GY26-88888${n}`,
  productName: job.productName,
  look: 'fuji',
  imprint: job.imprint,
  art: [DESIGN],
  pieces: 12,
  stickers: 14,
  stickerMm: 40,
  stickerOn: '2026-09-26',
  block: { id: 'east', name: { zh: '东坡', en: 'East' } },
  printed: null,
  printable: true,
  ...change,
})
const printed = { id: 'batch-0001', at: '2026-09-04T01:00:00.000Z', fileId: 'cloud://x/s.pdf', url: URL }
const list = (change: Partial<SheetsView> = {}): SheetsView => ({
  orchardName: work.orchardName,
  waiting: [waiting(1), waiting(2, { block: { id: 'tower', name: { zh: '水塔旁', en: 'Tower' } } })],
  printed: [],
  next: null,
  ...change,
})
const sheet = { url: URL, fileId: 'cloud://x/sheets/one.pdf', pages: 2, stickers: 28 }

beforeEach(() => cloud.reset())

async function show(sheets: SheetsView, answers: object = {}) {
  cloud.answer({ 'sheets.list': () => sheets, ...answers })
  render(<SheetsPage />)
  await settle()
}

test('what waits is listed by block, all of it chosen, with its stickers and pages on the button', async () => {
  await show(list())
  expect(text()).toContain('2 份等打印')
  expect(text().indexOf('东坡')).toBeLessThan(text().indexOf('水塔旁'))
  expect(at(`waiting-${waiting(1).id}`).getAttribute('aria-checked')).toBe('true')
  expect(at(`waiting-${waiting(1).id}`).getAttribute('aria-label')).toContain('14 张贴纸')
  expect(at('print').textContent).toContain('打印 28 张 · 2 页')
})

test('what is taken out of the batch is not printed, and nothing chosen cannot be', async () => {
  await show(list(), { 'sheets.print': () => sheet })
  await tap(`waiting-${waiting(2).id}`)
  expect(at('print').textContent).toContain('打印 14 张 · 1 页')
  await tap('choose-none')
  await tap('print')
  expect(cloud.callsOf('sheets.print')).toEqual([])
  expect(text()).toContain('先选要打印的')
  await tap('choose-all')
  await tap(`waiting-${waiting(1).id}`)
  await tap('print')
  expect(cloud.callsOf('sheets.print')).toEqual([{ key: expect.any(String), ids: [waiting(2).id] }])
})

test('the printed sheet opens in the reader with its menu, and its link can be copied', async () => {
  await show(list(), { 'sheets.print': () => sheet })
  await tap('print')
  expect(at('sheet-made').textContent).toContain('28 张，2 页')
  await tap('open-made')
  expect(cloud.callsOf('cloud.downloadFile')).toEqual([{ fileID: sheet.fileId }])
  expect(cloud.callsOf('openDocument')).toEqual([{ filePath: 'wxfile://sheet.pdf', fileType: 'pdf', showMenu: true }])
  await tap('copy-made')
  expect(cloud.callsOf('setClipboardData')).toEqual([{ data: URL }])
})

test('a large batch whose time was up goes on with the same key', async () => {
  let tries = 0
  const print = () => {
    if (++tries < 3) throw new Refusing('BUSY', '再试一次')
    return sheet
  }
  await show(list(), { 'sheets.print': print })
  await tap('print')
  await settle()
  const calls = cloud.callsOf('sheets.print') as { key: string }[]
  expect(calls).toHaveLength(3)
  expect(new Set(calls.map(({ key }) => key)).size).toBe(1)
  expect(has('sheet-made')).toBe(true)
})

test('a refusal is read, and nothing is said to be printed', async () => {
  const refuse = () => {
    throw new Refusing('NOT_ALLOWED_NOW', '现在不能这样做')
  }
  await show(list(), { 'sheets.print': refuse })
  await tap('print')
  expect(has('sheet-made')).toBe(false)
  expect(cloud.callsOf('sheets.print')).toHaveLength(1)
})

test('more than a batch may have is printed in parts, the beginning of the walk first', async () => {
  const many = Array.from({ length: POLICY.mostSheetParcels + 5 }, (_, i) => waiting(100 + i, { stickers: 2 }))
  await show(list({ waiting: many }), { 'sheets.print': () => sheet })
  expect(text()).toContain(`一批最多 ${POLICY.mostSheetParcels} 份`)
  await tap('print')
  const [{ ids }] = cloud.callsOf('sheets.print') as { ids: string[] }[]
  expect(ids).toEqual(many.slice(0, POLICY.mostSheetParcels).map(({ id }) => id))
})

test('a printed sheet can be opened, and printed again after one more question', async () => {
  const jobs = [waiting(1, { printed }), waiting(2, { printed })]
  await show(list({ waiting: [], printed: jobs }), { 'sheets.print': () => sheet })
  expect(text()).toContain('都打印好了')
  await tap(`open-${printed.id}`)
  expect(cloud.callsOf('cloud.downloadFile')).toEqual([{ fileID: printed.fileId }])
  await tap(`reprint-${printed.id}`)
  expect(cloud.callsOf('sheets.print')).toEqual([])
  await tap('confirm-yes')
  expect(cloud.callsOf('sheets.print')).toEqual([{ key: expect.any(String), ids: jobs.map(({ id }) => id) }])
})

test('a sheet whose file is gone says so and can still be printed again', async () => {
  await show(list({ waiting: [], printed: [waiting(1, { printed: { ...printed, url: null } })] }))
  expect(text()).toContain('文件不在了')
  expect(has(`open-${printed.id}`)).toBe(false)
  expect(has(`reprint-${printed.id}`)).toBe(true)
})

test('an orchard without work reads one sentence', async () => {
  await show(list({ waiting: [] }))
  expect(has('sheets-empty')).toBe(true)
})

test('the bar leads from the week to the stickers and back', async () => {
  await show(list())
  expect(at('nav-sheets').getAttribute('aria-selected')).toBe('true')
  await tap('nav-week')
  expect(cloud.callsOf('redirectTo')).toEqual([{ url: '/orchard/week/index' }])
  document.body.innerHTML = ''
  cloud.answer({ 'work.list': () => work })
  render(<WeekPage />)
  await settle()
  await tap('nav-sheets')
  expect(cloud.callsOf('redirectTo')).toContainEqual({ url: '/orchard/sheets/index' })
})
