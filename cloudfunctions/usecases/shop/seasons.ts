import type { Season } from '../../../domain/catalogue/season'
import { dayOf } from '../../../domain/time'
import type { Ports } from '../../ports/ports'
import { readAll } from '../core/read-all'

/** Seasons of this year and the last: a harvest may fall into the year after the one its season is named for. */
export function currentSeasons(ports: Ports): Promise<Season[]> {
  const year = Number(dayOf(ports.now()).slice(0, 4))
  return readAll(ports, 'seasons', { year: { gte: year - 1 } })
}
