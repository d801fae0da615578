import type { ProductView } from '../../../contract'
import type { LaserSeason, MaskSeason } from '../../../domain/catalogue/season'
import { addDays, dayOf, daysBetween, sayDay, type Day, type Instant } from '../../../domain/time'
import { language, say, t } from '../../locales'
import type { SeasonPart, SeasonStripProps } from '.'

type SeasonView = NonNullable<ProductView['season']>

const short = (day: Day) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`

/** What the season means for somebody who wants to write, in one short line. */
export function seasonMeaning(season: SeasonView): string {
  switch (season.phase) {
    case 'open':
      return season.daysToCutOff === 0 ? t('app.seasonLastDay') : t('app.seasonMeans', { days: season.daysToCutOff })
    case 'soon':
      return t('app.seasonSoon', { day: sayDay(season.opensOn, language()) })
    case 'growing':
      return t('app.seasonGrowing')
    case 'over':
      return t('app.seasonOver')
  }
}

/** The strip of one variety's season (G3); `now` is the server's clock. */
export function stripOf({ product, season }: ProductView, now: Instant): SeasonStripProps | null {
  if (!season) return null
  return {
    title: `${say(product.name)} · ${say(season.region)}`,
    meaning: seasonMeaning(season),
    today: daysBetween(season.opensOn, dayOf(now)),
    parts: season.technique === 'mask' ? underFilm(season) : underLaser(season),
  }
}

function underFilm(season: MaskSeason): SeasonPart[] {
  const { opensOn, artworkCutOff, stickerOn, colouringFrom, harvestFrom, harvestTo } = season
  return [
    {
      kind: 'cutoff',
      word: t('app.seasonCutOff'),
      when: t('app.seasonUntil', { day: short(artworkCutOff) }),
      days: daysBetween(opensOn, stickerOn),
    },
    {
      kind: 'sticker',
      word: t('app.seasonSticker'),
      when: short(stickerOn),
      days: daysBetween(stickerOn, colouringFrom),
    },
    {
      kind: 'colouring',
      word: t('app.seasonColouring'),
      when: `${short(colouringFrom)}–${short(addDays(harvestFrom, -1))}`,
      days: daysBetween(colouringFrom, harvestFrom),
    },
    {
      kind: 'harvest',
      word: t('app.seasonHarvest'),
      when: t('app.seasonFrom', { day: short(harvestFrom) }),
      days: daysBetween(harvestFrom, addDays(harvestTo, 1)),
    },
  ]
}

// Orders are taken while fruit is picked, so what follows the cut-off is the last of the marking.
function underLaser(season: LaserSeason): SeasonPart[] {
  const { opensOn, artworkCutOff, harvestFrom, harvestTo, markDays } = season
  return [
    {
      kind: 'cutoff',
      word: t('app.seasonCutOff'),
      when: t('app.seasonUntil', { day: short(artworkCutOff) }),
      days: daysBetween(opensOn, addDays(artworkCutOff, 1)),
    },
    {
      kind: 'harvest',
      word: t('app.seasonMark'),
      when: t('app.seasonFrom', { day: short(addDays(harvestFrom, markDays)) }),
      days: daysBetween(artworkCutOff, addDays(harvestTo, markDays)),
    },
  ]
}
