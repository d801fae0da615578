const { built } = require('../support/built')
const { launch, ok } = require('../support/weapp')
const { card, list } = require('../react/shop-samples')

const mine = [
  card('GY2609057K3Q9C2'),
  card('GY2609051111111', { headline: 'toPay', actions: ['pay', 'cancel'], totalFen: 8800 }),
]
const asked = []
const empty = { ...list([]), counts: { ...list([]).counts, afterSale: 0 } }
let app

beforeAll(() => {
  app = launch(built(), (fn, { procedure, input }) => {
    asked.push([fn, procedure, input])
    if (procedure === 'orders.list') return ok(input.tab === 'all' ? list(mine) : empty)
    return ok({ ids: {} })
  })
})

test('the list draws the cards that the shop function answers, and a tap opens the order', async () => {
  const page = await app.open('pages/orders/index')
  await page.until('红富士')
  expect(asked).toContainEqual(['shop', 'orders.list', { tab: 'all' }])
  expect(page.text()).toContain('¥88.00')
  expect(page.has('#pay-GY2609051111111')).toBe(true)
  expect(page.has('#pay-GY2609057K3Q9C2')).toBe(false)
  await page.tap('#order-GY2609057K3Q9C2')
  expect(app.log).toContainEqual(['navigateTo', '/pages/order/index?no=GY2609057K3Q9C2'])
  page.close()
})

test('a tab without orders says so and shows the way to the next one', async () => {
  const page = await app.open('pages/orders/index', { tab: 'afterSale' })
  await page.until(() => page.has('#orders-empty'))
  expect(page.has('#order-GY2609057K3Q9C2')).toBe(false)
  await page.tap('#orders-empty-act')
  expect(app.log).toContainEqual(['switchTab', '/pages/studio/index'])
  page.close()
})
