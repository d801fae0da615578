import { COLLECTIONS } from '../../../cloudfunctions/collections'
import { deployPlan } from '../../../deploy/plan'

describe('the deployment plan', () => {
  const plan = deployPlan()

  it('names the six functions, each with time enough and at most one timer', () => {
    expect(plan.functions.map(({ name }) => name)).toEqual([
      'clock',
      'merchant',
      'orchard',
      'payment',
      'shop',
      'wechat-events',
    ])
    for (const { timeoutSeconds } of plan.functions) expect(timeoutSeconds).toBeGreaterThanOrEqual(10)
    expect(plan.functions.filter(({ timer }) => timer !== null).map(({ name }) => name)).toEqual(['clock'])
  })

  it('gives its timer the seven fields WeChat reads', () => {
    for (const { timer } of plan.functions) expect(timer === null || timer.split(' ').length === 7).toBe(true)
  })

  it('keeps every collection away from clients and carries every index', () => {
    expect(plan.collections).toHaveLength(COLLECTIONS.length)
    for (const { access } of plan.collections) expect(access).toBe('functions only')
    const orders = plan.collections.find(({ name }) => name === 'orders')
    expect(orders?.indexes).toContain('by_request unique (requestKey 1)')
  })
})
