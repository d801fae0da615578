import { CALENDAR } from '../../../domain/catalogue/calendar'
import { counterOf, plotCounter } from '../../../domain/catalogue/product'
import { seasonPhase } from '../../../domain/catalogue/season'
import { dayOf } from '../../../domain/time'
import { DEMO_START, demoDocuments } from '../../../workbench/demo'

const demo = demoDocuments()
const counter = (id: string) => demo.counters.find(({ _id }) => _id === id)

describe('the demo', () => {
  it('begins on a day when seven varieties take orders and one is over', () => {
    const phases = demo.seasons.map((season) => [season.varietyId, seasonPhase(season, dayOf(DEMO_START))])
    expect(Object.fromEntries(phases)).toEqual({
      fuji: 'open',
      huaniu: 'open',
      hongxiangsu: 'open',
      chunjian: 'open',
      tao: 'open',
      qingpingguo: 'open',
      youzi: 'open',
      gala: 'over',
    })
  })

  it('has the days of every season in their order', () => {
    for (const season of demo.seasons) {
      const { opensOn, artworkCutOff, harvestFrom, harvestTo } = season
      const film = season.technique === 'mask' ? [artworkCutOff, season.stickerOn, season.colouringFrom] : []
      const days = [opensOn, ...film, harvestFrom, harvestTo]
      expect(days).toEqual([...days].sort())
    }
  })

  it('keeps every fruit as long as the calendar says, and sells it by a season of its technique', () => {
    for (const product of demo.products) {
      if (product.kind === 'ready') continue
      const season = demo.seasons.find(({ _id }) => _id === product.seasonId)
      expect(season?.technique).toBe(product.technique)
      const rows = CALENDAR.filter(
        ({ varietyId, region }) => varietyId === season?.varietyId && region === season.region,
      )
      expect(rows.map(({ storage }) => storage.days)).toEqual([product.storageDays])
    }
  })

  it('has a season, a counter with fruit and rising pack prices for every product', () => {
    for (const product of demo.products) {
      expect(counter(counterOf(product))?.available).toBeGreaterThan(0)
      if (product.kind === 'custom') expect(demo.seasons.map(({ _id }) => _id)).toContain(product.seasonId)
      const each = product.packs.map(({ priceFen, pieces }) => priceFen / pieces)
      expect(each).toEqual([...each].sort((a, b) => b - a))
    }
  })

  it('promises of a season what its orchards can grow together', () => {
    for (const { _id } of demo.seasons) {
      const plots = demo.orchards.flatMap((orchard) => counter(plotCounter(orchard._id, _id))?.available ?? [])
      expect(plots.reduce((sum, pieces) => sum + pieces, 0)).toBe(counter(`season:${_id}`)?.available)
    }
  })

  it('has somebody at work in every orchard, an empty cold room and an empty order book', () => {
    const staffed = demo.staff.flatMap(({ orchardId }) => orchardId ?? [])
    expect(staffed.sort()).toEqual(demo.orchards.map(({ _id }) => _id).sort())
    expect(new Set(demo.places.map(({ _id }) => _id)).size).toBe(60)
    expect(demo.places.every(({ holder }) => holder === '')).toBe(true)
    expect([demo.orders, demo.fulfilments, demo.inbox]).toEqual([[], [], []])
  })

  it('is made afresh each time, so that a reset cannot see what was changed', () => {
    demoDocuments().counters[0].available = 0
    expect(demoDocuments().counters[0].available).toBeGreaterThan(0)
  })
})
