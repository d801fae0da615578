import type { Words } from '../../words'
import type { SourceId } from './sources'

/** A day of any year, `MM-DD`; `02-29` is the last day of February in a year without one. */
export type MonthDay = string

/** What a source says of a day: a stretch of the year, or so many days before the first harvest day. */
export type DayCite = { source: SourceId; says: string } & (
  | { from: MonthDay; to: MonthDay }
  | { daysBeforeHarvest: readonly [fewest: number, most: number] }
)

/** What a source says of cold storage: so many days at most, at so many degrees. */
export interface StorageCite {
  source: SourceId
  says: string
  atMostDays: number
}

/** Where a figure comes from: somebody who published it, or ourselves, with the reason. */
export type Backing<Cite> = { cites: readonly [Cite, ...Cite[]] } | { assumed: true; reason: string }

export type DayFigure = { on: MonthDay } & Backing<DayCite>
/** Null where the fruit grows without a bag. */
export type BagFigure = { on: MonthDay | null } & Backing<DayCite>
/** A number of days the business decides by itself. */
export type DaysFigure = { days: number } & Backing<StorageCite>
export type StorageFigure = { days: number; celsius: readonly [lowest: number, highest: number] } & Backing<StorageCite>

/** Sun through a film on the skin. The film must be printed and posted before the sticker day. */
export interface MaskPlan {
  /** Days the film needs from the last design to the orchard's hands. */
  filmDays: DaysFigure
  stickerOn: DayFigure
  colouringFrom: DayFigure
}

/** A laser on the picked fruit. It needs the design before the fruit is picked, and no film. */
export interface LaserPlan {
  /** Days from the last design to the fruit it is marked on. */
  fileDays: DaysFigure
  /** Days from the harvest to the mark. */
  markDays: DaysFigure
}

/** One variety in one region: what happens on which day of any year, and who says so (G3). */
export interface CalendarEntry {
  /** Names its seasons: `<id>-<year>`, and `<id>-<year>-laser`. */
  id: string
  varietyId: string
  region: Words
  opensOn: DayFigure
  bagOff: BagFigure
  harvestFrom: DayFigure
  harvestTo: DayFigure
  storage: StorageFigure
  mask: MaskPlan | null
  laser: LaserPlan | null
}

/** A figure of our own. */
export const assumed = (reason: string): { assumed: true; reason: string } => ({ assumed: true, reason })

/** A figure with who says it. */
export const cited = <Cite>(...cites: [Cite, ...Cite[]]): { cites: [Cite, ...Cite[]] } => ({ cites })
