import { render } from '@testing-library/react'
import IntakePage from '../../../src/merchant/intake'
import { cloud, Refusing } from '../support/taro'
import { bench, figures } from './staff-samples'
import { at, has, settle, tap, type } from './staff-screen'

beforeEach(() => cloud.reset())

const opened = () => cloud.callsOf('navigateTo').map((args) => (args as { url: string }).url)

async function show(page: JSX.Element, params: Record<string, string> = {}) {
  cloud.openWith(params)
  render(page)
  await settle()
}

describe('intake', () => {
  const lists = { arriving: [{ ...bench, state: 'sentToHub' }], received: [], mismatched: [], escalated: [] }
  beforeEach(() => cloud.answer({ 'intake.figures': () => figures }))

  test('a typed code opens the bench with the code as it is printed', async () => {
    cloud.answer({ 'intake.list': () => lists, 'intake.find': () => bench })
    await show(<IntakePage />)
    type('field-code', ' gy26 5c1w9k ')
    await tap('find-code')
    expect(cloud.callsOf('intake.find')).toEqual([{ code: 'gy26 5c1w9k' }])
    expect(opened()).toEqual([`/merchant/bench/index?id=${bench.id}`])
  })

  test.each([
    ['IMPRINT_CODE_UNKNOWN', '没有这个印码：GY26-000000'],
    ['IMPRINT_CODE_MISTYPED', '印码打错了一位，请对照标签再输一次'],
  ])('%s stands under the field until the code is changed', async (code, zh) => {
    cloud.answer({
      'intake.list': () => lists,
      'intake.find': () => {
        throw new Refusing(code, zh, 'code')
      },
    })
    await show(<IntakePage />)
    type('field-code', 'GY26-000000')
    await tap('find-code')
    expect(at('field-code-error').textContent).toContain(zh)
    type('field-code', 'GY26-00000')
    expect(has('field-code-error')).toBe(false)
    expect(opened()).toEqual([])
  })

  test('an empty field is not sent', async () => {
    cloud.answer({ 'intake.list': () => lists })
    await show(<IntakePage />)
    await tap('find-code')
    expect(at('field-code-error').textContent).toContain('先扫一下')
    expect(cloud.callsOf('intake.find')).toEqual([])
  })

  test('a message with a code opens the bench at once', async () => {
    cloud.answer({ 'intake.list': () => lists, 'intake.find': () => bench })
    await show(<IntakePage />, { code: bench.code })
    await settle()
    expect(opened()).toEqual([`/merchant/bench/index?id=${bench.id}`])
  })

  test('the figures say how first inspections and the machine do', async () => {
    cloud.answer({ 'intake.list': () => lists })
    await show(<IntakePage />)
    expect(at('figure-first').textContent).toBe('90%首检一致30 天 20 件')
    expect(at('figure-machine').textContent).toBe('90%人机一致30 天 50 次')
    expect(at('figure-role').textContent).toBe('53 / 200判断积累机器只供参考')
  })

  test('before the first inspection the figures are a dash, not a nought', async () => {
    const empty = { passed: 0, partly: 0, failed: 0 }
    cloud.answer({
      'intake.list': () => lists,
      'intake.figures': () => ({ ...figures, firstLook: empty, machine: { agreed: 0, differed: 0, unsure: 0 } }),
    })
    await show(<IntakePage />)
    expect(at('figure-first').textContent).toContain('—')
    expect(at('figure-machine').textContent).toContain('30 天里还没有')
  })

  test('a scanned tag opens its parcel', async () => {
    cloud.answer({ 'intake.list': () => lists, 'intake.find': () => bench })
    cloud.scan('GY26-5C1W9K')
    await show(<IntakePage />)
    await tap('scan')
    expect(cloud.callsOf('intake.find')).toEqual([{ code: 'GY26-5C1W9K' }])
    expect(opened()).toEqual([`/merchant/bench/index?id=${bench.id}`])
  })

  test('what has failed twice waits under a list of its own', async () => {
    const escalated = { ...bench, id: 'GY2609057K3Q9C2-F2', state: 'escalated', actions: ['redo'] }
    cloud.answer({ 'intake.list': () => ({ ...lists, escalated: [escalated] }) })
    await show(<IntakePage />)
    await tap('intake-tab-escalated')
    await tap(`intake-${escalated.id}`)
    expect(opened()).toEqual([`/merchant/bench/index?id=${escalated.id}`])
  })

  test('the lists show what is on its way and what was sent back with its reason', async () => {
    const back = {
      ...bench,
      id: 'GY2609057K3Q9C2-F2',
      state: 'mismatched',
      inspections: [
        { verdict: 'inconsistent', reason: '缺笔画', by: 'o-merchant-fang', at: '2026-10-24T02:00:00.000Z' },
      ],
    }
    cloud.answer({ 'intake.list': () => ({ ...lists, mismatched: [back] }) })
    await show(<IntakePage />)
    expect(at(`intake-${bench.id}`).textContent).toContain('栖霞一号园')
    await tap('intake-tab-mismatched')
    expect(at(`intake-${back.id}`).textContent).toContain('缺笔画')
  })
})
