const { built } = require('../support/built')
const { launch, ok } = require('../support/weapp')
const { asking, no, order, stored, templates } = require('../react/shop-samples')

const grown = { ...order, headline: 'toConfirm', actions: [], parcels: [asking] }
const commands = []
let shown
let app

beforeAll(() => {
  app = launch(built(), (fn, { procedure, input }) => {
    if (procedure === 'orders.get') return ok(shown, '2026-10-24T02:33:00.000Z')
    if (procedure === 'subscriptions.templates') return ok(templates)
    commands.push([fn, procedure, input])
    shown = { ...grown, headline: 'growing', parcels: [{ ...asking, state: 'packing', actions: [], asking: null }] }
    return ok(shown)
  })
})

const buttons = ['pay', 'cancel', 'confirm-receipt', 'confirm-send', 'keep-cold']

test.each([
  ['an unpaid order', order, ['pay', 'cancel']],
  ['the same order without actions', { ...order, actions: [] }, []],
  ['an order on its way', { ...order, headline: 'toReceive', actions: ['confirmReceipt'] }, ['confirm-receipt']],
  ['a grown fruit', grown, ['confirm-send', 'keep-cold']],
  ['a fruit in the cold room', { ...grown, headline: 'cold', parcels: [stored] }, ['confirm-send']],
])('%s has the buttons that the server allows, and no other', async (_what, answered, expected) => {
  shown = answered
  const page = await app.open('pages/order/index', { no })
  await page.until(no)
  expect(buttons.filter((id) => page.has(`#${id}`))).toEqual(expected)
  page.close()
})

test('现在寄出 gives the word once, with a key, and the prompt is gone', async () => {
  shown = grown
  const page = await app.open('pages/order/index', { no })
  await page.until('现在寄出')
  expect(page.text()).toContain('长好了，等您一句话')
  await page.tap('#confirm-send')
  await page.until(() => !page.has('#confirm-prompt'))
  expect(commands).toEqual([['shop', 'orders.confirmSend', { id: asking.id, key: expect.stringMatching(/^.{8,}$/) }]])
  page.close()
})
