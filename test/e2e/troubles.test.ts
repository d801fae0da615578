import { pay, place } from '../stories/acts'
import { FANG, LIN, newKey, yes, type World } from '../stories/world'
import { openStage, type Phone, type Stage } from './support/stage'

let stage: Stage
let world: World
let merchant: Phone

beforeAll(async () => {
  stage = await openStage()
  merchant = await stage.phone(FANG)
  world = await stage.newWorld()
}, 300_000)
afterAll(() => stage.close())

const allow = () => world.ask(LIN, 'subscriptions.grant', { key: newKey(), templates: ['paid'] })
const messages = () => stage.workbench.cloud.machine.messages

/** Our ledger believes that the shopper has allowed a message; WeChat knows of none and refuses it. */
async function undelivered(): Promise<{ no: string; name: string }> {
  await yes(allow())
  const { no } = await place(world)
  await pay(world, no)
  const entries = Object.entries(stage.shop.document('orders', no).outbox)
  const [entry] = entries.find(([, { state }]) => state === 'failed') ?? []
  return { no, name: `${no}-${entry}` }
}

describe('what did not go out', () => {
  it('shows on the desk and with its reason, and goes out at a tap once it may', async () => {
    const [first, second] = [await undelivered(), await undelivered()]
    await merchant.open('merchant/desk/index')
    await merchant.tap('#tile-troubles')
    await merchant.on(`#retry-${first.name}`).waitFor()
    await merchant.reads('对方没有允许微信通知')
    await merchant.shot('troubles-1-two')

    messages().choose(LIN, ['tmpl-paid'], 'accept')
    await yes(allow())
    await merchant.tap(`#retry-${second.name}`)
    await merchant.on(`#retry-${second.name}`).waitFor({ state: 'detached' })
    await merchant.shot('troubles-2-one-gone')
    expect(messages().list()).toHaveLength(1)
    expect(stage.shop.document('orders', second.no).trouble).toBe(0)
  })
})
