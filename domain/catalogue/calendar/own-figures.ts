import { assumed, type DayFigure, type DaysFigure, type MonthDay } from './entry'

/** The day a season begins to take orders: nobody else's figure. */
export const opens = (on: MonthDay): DayFigure => ({
  on,
  ...assumed('The shop decides when it begins to take orders: once the crop of the year can be counted on the tree.'),
})

/** Days from the last design to the film in the orchard. */
export const film = (days: number): DaysFigure => ({
  days,
  ...assumed(
    'One day to print and check the sheets, the rest for the post and the orchard’s own sorting of the sheets.',
  ),
})

/** Days until the skin visibly turns red around the film. */
export const turnsRed = (on: MonthDay): DayFigure => ({
  on,
  ...assumed('First red is expected a few days after the film; growers publish the day of the picking, not this one.'),
})

/** What the laser asks for, the same for every fruit. */
export const LASER = {
  fileDays: {
    days: 5,
    ...assumed('A person’s review, 48 hours for the orchard to answer, a day to load the file, and a day to spare.'),
  },
  markDays: {
    days: 1,
    ...assumed('The fruit is sorted and dried on the day after picking and marked then; no grower’s figure was found.'),
  },
} as const
