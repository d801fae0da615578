import type { Season } from '../../../domain/catalogue/season'
import { dayOf } from '../../../domain/time'
import type { Ports } from '../../ports/ports'

const CALENDAR = 500

/** Seasons of this year and the last: a harvest may fall into the year after the one its season is named for. */
export function currentSeasons(ports: Ports): Promise<Season[]> {
  const year = Number(dayOf(ports.now()).slice(0, 4))
  return ports.db.find('seasons', { where: { year: { gte: year - 1 } }, limit: CALENDAR })
}
