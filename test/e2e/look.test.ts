import { FANG, LIN, QIXIA } from '../stories/world'
import { appPages, manyOrders, QUERIES, type Orders } from './support/every-page'
import { openStage, type Phone, type Stage } from './support/stage'

let stage: Stage
let orders: Orders
const phones: Partial<Record<string, Phone>> = {}
const said: string[] = []

beforeAll(async () => {
  stage = await openStage()
  orders = await manyOrders(await stage.newWorld())
  for (const [root, openid] of [
    ['pages', LIN],
    ['studio', LIN],
    ['aftersale', LIN],
    ['merchant', FANG],
    ['orchard', QIXIA],
  ]) {
    const phone = await stage.phone(openid)
    phone.page.on('console', (message) => message.type() === 'error' && said.push(message.text()))
    phone.page.on('pageerror', (error) => said.push(String(error)))
    phones[root] = phone
  }
}, 300_000)
afterAll(() => stage.close())

/** Runs in the page: what is too small for a finger, has no name for a screen reader, or hangs over the side. */
function faults(page: Element): string[] {
  const LEAST = 44
  const found: string[] = []
  const nameOf = (element: Element) => element.id || element.className || element.textContent?.slice(0, 12) || '?'
  // A small button may reach farther than it shows, by a pseudo-element.
  const reach = (element: Element, side: 'width' | 'height') =>
    Math.max(
      element.getBoundingClientRect()[side],
      ...['::before', '::after'].map((pseudo) => {
        const style = getComputedStyle(element, pseudo)
        return style.content !== 'none' && style.position === 'absolute' ? parseFloat(style[side]) || 0 : 0
      }),
    )
  for (const element of Array.from(
    page.querySelectorAll('[role="button"],[role="link"],[role="tab"],[role="radio"],[role="checkbox"]'),
  )) {
    const { width, height } = element.getBoundingClientRect()
    if (width === 0 || height === 0) continue
    const [w, h] = [reach(element, 'width'), reach(element, 'height')]
    if (w < LEAST - 0.5 || h < LEAST - 0.5) found.push(`${nameOf(element)} is ${w.toFixed(0)} x ${h.toFixed(0)}`)
    const words = (element as HTMLElement).innerText.trim()
    if (words === '' && !element.getAttribute('aria-label')) found.push(`${nameOf(element)} has no name`)
  }
  const over = Math.max(page.scrollWidth, document.documentElement.scrollWidth) - window.innerWidth
  if (over > 0) found.push(`${over} px hang over the side`)
  return found
}

async function faultsOf(phone: Phone): Promise<string[]> {
  return phone.page.locator('.taro_page:not([style*="display: none"])').last().evaluate(faults)
}

describe.each(appPages())('%s', (route) => {
  it('fits, can be tapped, names its buttons, and says no errors', async () => {
    const [root] = route.split('/')
    const phone = phones[root]
    if (!phone) throw new Error(`nobody opens ${root}`)
    const queries = QUERIES[route]?.(orders) ?? []
    expect(queries).not.toEqual([])
    for (const query of queries) {
      said.length = 0
      await phone.open(query ? `${route}?${query}` : route)
      await phone.on('.page__body > *').first().waitFor()
      await phone.on('.skeleton').first().waitFor({ state: 'detached' })
      await phone.shot(
        `look-${[route.replace('/index', '').replace('/', '-'), query]
          .filter(Boolean)
          .join('-')
          .replace(/=.*/, `-${queries.indexOf(query)}`)}`,
      )
      expect({ query, faults: await faultsOf(phone), said }).toEqual({ query, faults: [], said: [] })
    }
  })
})

describe('sheets', () => {
  it('fit and can be tapped: pack, province, payment', async () => {
    const { pages: shopper } = phones
    if (!shopper) throw new Error('no shopper')
    await shopper.open('studio/design/index')
    await shopper.type('#field-words', '平安')
    await shopper.tap('#order')
    await shopper.on('#pack-sheet').waitFor()
    expect(await faultsOf(shopper)).toEqual([])
    await shopper.tap('#to-checkout')
    await shopper.tap('#field-province')
    await shopper.on('#province-sheet').waitFor()
    await shopper.shot('look-province-sheet')
    expect(await faultsOf(shopper)).toEqual([])
    await shopper.tap('#province-浙江')
    await shopper.tap('#submit-order')
    await shopper.on('#payment').waitFor()
    expect(await faultsOf(shopper)).toEqual([])
    await shopper.tap('#payment-cancel')
  })
})
