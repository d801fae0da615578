import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FrameLocator, Page } from 'playwright-core'
import { openWorkbench } from '../../workbench/serve'
import { doorOf } from '../integration/support/cloud'
import { placeAndPay } from '../integration/support/orders'
import { pay, place } from '../stories/acts'
import { LIN, type World } from '../stories/world'
import { codeOf, inOctober } from './support/autumn'
import { openStage, SCREENS, type Stage } from './support/stage'

let stage: Stage
let world: World
let page: Page

beforeAll(async () => {
  stage = await openStage()
  page = await stage.desktop()
}, 300_000)
afterAll(() => stage.close())

const seats = ['shopper', 'merchant', 'orchard'] as const
type Seat = (typeof seats)[number]

/** The app in a phone's frame. */
const app = (seat: Seat): FrameLocator => page.frameLocator(`#phone-${seat}`)
const on = (seat: Seat, selector: string) => app(seat).locator(`.taro_page:not([style*="display: none"]) ${selector}`)
const where = (seat: Seat) => page.locator(`section.seat:has(#phone-${seat}) .where`)
const shot = (name: string) => page.screenshot({ path: path.join(SCREENS, `${name}.png`), animations: 'disabled' })
const clock = async () => [
  await page.locator('#clock-day').innerText(),
  (await page.locator('#clock-time').innerText()).slice(0, 2),
]

async function atTheDesk(): Promise<void> {
  world = await stage.newWorld()
  await page.goto(stage.workbench.url)
  await page.evaluate(() => window.localStorage.clear())
  await page.reload()
  await page.locator('#clock-day').waitFor()
  await on('shopper', '#product-fuji').waitFor()
  await on('merchant', '#merchant-desk').waitFor()
  await on('orchard', '#week-empty').waitFor()
}

/** Until the clock stands again: on its way through a week it shows the hours it passes. */
const stands = () => page.locator('.clock[aria-busy="false"]').waitFor()

/** Drags the outline of the bench with the mouse, as a merchant at a desk does; answers how far it went in px. */
async function dragOutline(by: number): Promise<number> {
  await on('merchant', '#verdict').waitFor()
  await on('merchant', '#overlay-by').click()
  const outline = on('merchant', '#overlay')
  await outline.waitFor()
  const leftOf = async () => (await outline.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const { x, y, width, height } = await leftOf()
  await page.mouse.move(x + width / 2, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + width / 2 + by, y + height / 2, { steps: 4 })
  await page.mouse.up()
  return Math.round((await leftOf()).x - x)
}

describe('the workbench', () => {
  beforeEach(atTheDesk)

  it('shows three phones, the clock and the inbox on one screen without scrolling', async () => {
    await shot('workbench-1-first-morning')
    expect(await clock()).toEqual(['9月5日', '09'])
    const size = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      height: document.documentElement.scrollHeight,
    }))
    expect(size).toEqual({ width: 1440, height: 900 })
    const boxes = await Promise.all(seats.map((seat) => page.locator(`#phone-${seat}`).boundingBox()))
    const [first, second, third] = boxes.map((box) => box ?? { x: 0, y: 0, width: 0, height: 0 })
    expect([first.x + first.width <= second.x, second.x + second.width <= third.x]).toEqual([true, true])
    expect([second.y, third.y]).toEqual([first.y, first.y])
    for (const [width, height] of [
      [1280, 720],
      [1920, 1080],
    ]) {
      await page.setViewportSize({ width, height })
      await page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth)
      expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBeLessThan(24)
    }
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  it('opens a message on the phone of the person it was written to', async () => {
    const { no } = await place(world)
    await pay(world, no)
    await page.locator('#inbox-merchant i').waitFor()
    await page.locator('#inbox-shopper').focus()
    await page.keyboard.press('ArrowRight')
    await page.locator('.letter', { hasText: no }).first().click()
    await where('merchant').getByText('merchant/review/index').waitFor()
    await on('merchant', '#approve').waitFor()
    expect(await page.locator('#phone-merchant').getAttribute('src')).toContain(no)
    expect(await where('shopper').innerText()).toBe('pages/home/index')
    await page.locator('#inbox-merchant i').waitFor({ state: 'detached' })
    await shot('workbench-2-message-opened')
  })

  it('hands a phone to another person, whose drafts and orders are their own', async () => {
    await place(world)
    await on('shopper', '#product-fuji').click()
    await on('shopper', '#product #write').click()
    await on('shopper', '#field-words textarea').fill('生日快乐')
    await page.locator('#who-shopper').selectOption('o-shopper-chen')
    await on('shopper', '#product-fuji').click()
    await on('shopper', '#product #write').click()
    expect(await on('shopper', '#field-words textarea').inputValue()).toBe('')
    await page.locator('#who-orchard').selectOption('o-orchard-tianshui')
    await on('orchard', '#orchard-week').getByText('天水花牛园').waitFor()
    await page.locator('#who-shopper').selectOption(LIN)
    await app('shopper').locator('.weui-tabbar__item').nth(2).click()
    await on('shopper', '#orders').getByText('待付款', { exact: true }).last().waitFor()
  })

  it('moves the clock by an hour, a day, a week, and to what comes next', async () => {
    await page.locator('#plus-hour').click()
    await page.locator('#clock-time').getByText('10:0').waitFor()
    await page.locator('#plus-day').click()
    await page.locator('#clock-day').getByText('9月6日').waitFor()
    await page.locator('#plus-week').click()
    await page.locator('#clock-day').getByText('9月13日').waitFor()
    await stands()
    expect(await clock()).toEqual(['9月13日', '10'])
    const { no } = await place(world)
    await page.locator('#jump-0').getByText('付款截止').waitFor()
    await page.locator('#jump-0').click()
    await page.locator('.coming').waitFor({ state: 'detached' })
    expect(stage.shop.document('orders', no).headline).toBe('cancelled')
    expect(stage.workbench.cloud.clock.now() > '2026-09-13T02:30').toBe(true)
  })

  it('speaks English and Chinese, and each phone stays where it is', async () => {
    await on('shopper', '#product-huaniu').click()
    await where('shopper').getByText('pages/product/index').waitFor()
    await page.locator('#language').click()
    await page.getByRole('heading', { name: 'Guoyin workbench' }).waitFor()
    await on('shopper', '#product').getByText('Huaniu', { exact: true }).first().waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await on('merchant', '#merchant-desk').waitFor()
    await shot('workbench-3-english')
    await page.locator('#language').click()
    await on('shopper', '#product').getByText('花牛', { exact: true }).first().waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  })

  it('starts over only when it is told so twice', async () => {
    await place(world)
    await page.locator('#plus-day').click()
    await page.locator('#clock-day').getByText('9月6日').waitFor()
    await page.locator('#reset').click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('reset-no')
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('reset')
    expect(stage.shop.documents('orders')).toHaveLength(1)
    await page.locator('#reset').click()
    await shot('workbench-4-start-over')
    await page.locator('#reset-yes').click()
    await page.locator('#clock-day').getByText('9月5日').waitFor()
    expect(stage.shop.documents('orders')).toEqual([])
    expect(stage.shop.documents('products')).toHaveLength(10)
    await page.locator('.first').waitFor()
    await on('shopper', '#product-fuji').waitFor()
  })
})

it('goes on where it was closed, with the same data and at the same time', async () => {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'guoyin-again-'))
  try {
    const before = await openWorkbench({ port: 0, dataFolder })
    const no = await placeAndPay({ ...doorOf(before.cloud), reset: before.reset, close: before.close }, LIN)
    await before.cloud.clock.advance(3 * 24 * 3_600_000)
    const closedAt = before.cloud.clock.now()
    await before.close()
    const after = await openWorkbench({ port: 0, dataFolder })
    expect(doorOf(after.cloud).document('orders', no)).toMatchObject({ state: 'inReview', payment: { state: 'paid' } })
    const apart = Date.parse(after.cloud.clock.now()) - Date.parse(closedAt)
    expect(Math.abs(apart)).toBeLessThan(60_000)
    await page.goto(after.url)
    await page.locator('#clock-day').getByText('9月8日').waitFor()
    await page.locator('.letter', { hasText: no }).first().waitFor()
    await page.goto('about:blank')
    await after.close()
  } finally {
    rmSync(dataFolder, { recursive: true, force: true })
  }
})

it('is worth a picture in October', async () => {
  const { world: autumn, asked, arrived } = await inOctober(stage)
  page = await stage.desktop(2)
  await page.goto(stage.workbench.url)
  await page
    .locator('.letter', { hasText: asked })
    .or(page.locator('.letter', { hasText: '生日快乐' }))
    .first()
    .click()
  await page.locator('#inbox-merchant').click()
  const code = await codeOf(autumn, arrived)
  await page.locator('#phone-merchant').evaluate((frame: HTMLIFrameElement, to) => {
    if (frame.contentWindow) frame.contentWindow.location.hash = to
  }, `#/merchant/bench/index?code=${code}`)
  await on('merchant', '#take-photo').click()
  await on('merchant', '#camera-simulated').click()
  expect(await dragOutline(20)).toBe(20)
  await on('merchant', '#look-photo').click()
  await page.locator('#inbox-shopper').click()
  await on('shopper', '#confirm-prompt').waitFor()
  await on('orchard', '#orchard-week').waitFor()
  await on('merchant', '.toast__words').waitFor({ state: 'detached' })
  await where('merchant').getByText('merchant/bench/index').waitFor()
  await page.mouse.move(1000, 8)
  expect(stage.shop.document('orders', asked).headline).toBe('toConfirm')
  expect((await autumn.all('fulfilments')).filter(({ state }) => state === 'colouring')).toHaveLength(2)
  await shot('workbench')
})
