import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core'
import { SEATS, type Seat } from '../../../workbench/people'
import { openWorkbench, type Workbench } from '../../../workbench/serve'
import { doorOf, type TestCloud } from '../../integration/support/cloud'
import { cloudWorld } from '../../integration/support/cloud-world'
import type { World } from '../../stories/world'
import { CHROMIUM_ARGS, findChromium } from '../../support/chromium'

/** Where pictures are kept. */
export const SCREENS = path.resolve(__dirname, '..', 'screens')

/** A phone in the browser: the real app at 375 x 812, as one person. */
export interface Phone {
  page: Page
  /** Something on the page that is on top; pages below stay in the document. */
  on(selector: string): Locator
  tap(selector: string): Promise<void>
  /** Two taps as fast as a nervous thumb. */
  doubleTap(selector: string): Promise<void>
  type(selector: string, text: string): Promise<void>
  /** Opens a page of the app anew. */
  open(route: string): Promise<void>
  reads(text: string | RegExp): Promise<void>
  /** Holds when all of it can be seen without scrolling, above whatever bar lies at the bottom. */
  inSight(selector: string): Promise<void>
  /** Forgets drafts and baskets that this phone keeps. */
  forget(): Promise<void>
  /** Keeps a picture in test/e2e/screens/. */
  shot(name: string): Promise<void>
  close(): Promise<void>
}

export interface Stage {
  workbench: Workbench
  browser: Browser
  /** The product's database and functions, past the pages. */
  shop: TestCloud
  phone(openid: string, route?: string): Promise<Phone>
  /** A plain page of 1440 x 900, for the workbench itself. */
  desktop(pixelRatio?: number): Promise<Page>
  /** Back to the demo's first morning, for the stories that are told past the pages. */
  newWorld(): Promise<World>
  close(): Promise<void>
}

/** Starts the whole product on a free port with an empty data folder, and a browser beside it. */
export async function openStage(): Promise<Stage> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium or Chrome found; set CHROMIUM_PATH.')
  mkdirSync(SCREENS, { recursive: true })
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'guoyin-e2e-'))
  const workbench = await openWorkbench({ port: 0, dataFolder })
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS })
  const shop: TestCloud = { ...doorOf(workbench.cloud), reset: workbench.reset, close: workbench.close }
  const contexts: BrowserContext[] = []

  async function context(width: number, height: number, mobile: boolean, pixelRatio: number): Promise<BrowserContext> {
    const opened = await browser.newContext({
      viewport: { width, height },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      hasTouch: mobile,
      isMobile: mobile,
      deviceScaleFactor: pixelRatio,
      reducedMotion: 'reduce',
    })
    opened.setDefaultTimeout(15_000)
    contexts.push(opened)
    return opened
  }

  return {
    workbench,
    browser,
    shop,
    newWorld: cloudWorld(shop),
    async phone(openid, route = startOf(openid)) {
      const page = await (await context(375, 812, true, 2)).newPage()
      const phone = onPhone(page, (to) => `${workbench.url}/app/?openid=${openid}#/${to}`)
      await phone.open(route)
      return phone
    },
    desktop: async (pixelRatio = 1) => (await context(1440, 900, false, pixelRatio)).newPage(),
    async close() {
      await Promise.all(contexts.map((opened) => opened.close()))
      await browser.close()
      await workbench.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

function startOf(openid: string): string {
  const seat = (Object.keys(SEATS) as Seat[]).find((name) => openid.startsWith(`o-${name}-`)) ?? 'shopper'
  return SEATS[seat].start
}

function onPhone(page: Page, address: (route: string) => string): Phone {
  const top = () => page.locator('.taro_page:not([style*="display: none"])').last()
  const on = (selector: string) => top().locator(selector)
  return {
    page,
    on,
    tap: (selector) => on(selector).first().tap(),
    async doubleTap(selector) {
      await on(selector).first().waitFor()
      const box = await on(selector).first().boundingBox()
      if (!box) throw new Error(`${selector} cannot be seen`)
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      await Promise.all([page.touchscreen.tap(x, y), page.touchscreen.tap(x, y)])
    },
    type: (selector, text) => on(selector).first().locator('input, textarea').first().fill(text),
    async open(route) {
      // A new address that differs in more than its hash, so that the app boots as from a message or a scan.
      await page.goto('about:blank')
      await page.goto(address(route))
      await top().waitFor()
    },
    reads: (text) => top().getByText(text).first().waitFor(),
    async inSight(selector) {
      await page.waitForFunction(seenWhole, await on(selector).first().elementHandle(), { timeout: 3000 })
    },
    forget: () => page.evaluate(() => window.localStorage.clear()),
    async shot(name) {
      await page.screenshot({ path: path.join(SCREENS, `${name}.png`), animations: 'disabled' })
    },
    close: () => page.context().close(),
  }
}

/** Runs in the page: whether what lies topmost at an element's first and last line is the element itself. */
function seenWhole(element: Node | null): boolean {
  if (!(element instanceof Element)) return false
  const { left, top, bottom, width } = element.getBoundingClientRect()
  return [top + 2, bottom - 2].every((y) => {
    const found = document.elementFromPoint(left + width / 2, y)
    return found !== null && element.contains(found)
  })
}
