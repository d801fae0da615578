const { built } = require('../support/built')
const { launch, ok } = require('../support/weapp')
const { disputed, no, received, templates } = require('../react/shop-samples')

const commands = []
let shown = received
let app

beforeAll(() => {
  app = launch(built(), (fn, { procedure, input }) => {
    if (procedure === 'orders.get') return ok(shown)
    if (procedure === 'subscriptions.templates') return ok({ ...templates, ids: {} })
    commands.push([fn, procedure, input])
    shown = disputed
    return ok(shown)
  })
})

test('the claim, in its own package, is made once with what was filled in', async () => {
  const page = await app.open('aftersale/claim/index', { no })
  await page.until('最多可退 ¥158.00')
  await page.tap('#reason-damaged')
  await page.input('#field-note', '有两枚压坏了')
  await page.tap('#submit-claim')
  await page.until(() => commands.length > 0)
  expect(commands).toEqual([
    [
      'shop',
      'orders.claim',
      {
        ...{ no, remedy: 'refund', reason: 'damaged', note: '有两枚压坏了', fen: 15800, photos: [] },
        key: expect.stringMatching(/^.{8,}$/),
      },
    ],
  ])
  page.close()
})

test('the order shows the claim and the buttons that the server allows', async () => {
  shown = disputed
  const page = await app.open('pages/order/index', { no })
  await page.until('等商家答复')
  expect(page.has(`#withdraw-${no}A1`)).toBe(true)
  expect(page.has(`#escalate-${no}A1`)).toBe(false)
  expect(page.has('#claim')).toBe(false)
  page.close()
})
