import { Text, View } from '@tarojs/components'
import type { Season } from '../../../domain/catalogue/season'
import { sayDay, type Day } from '../../../domain/time'
import { Card } from '../../components/Card'
import { spoken } from '../../components/Tap/spoken'
import { language, t, type MessageKey } from '../../locales/for-staff'
import { phasesOf, rangeAround, type Phase, type PhaseKind } from './calendar'
import { nameOfSeason } from './season-name'
import './calendar.scss'

const words: Record<PhaseKind, MessageKey> = {
  cutoff: 'week.cutoff',
  sticker: 'week.sticker',
  colouring: 'week.colouring',
  harvest: 'week.harvest',
}

/** A word that fits its bar: whole, its first character, or none (a screen reader hears all of it). */
function fitting(word: string, width: number): string {
  const room = width * 2.4
  if (room >= [...word].length * 12 + 4) return word
  return room >= 14 && language() === 'zh' ? [...word][0] : ''
}

/** 9月 / Sep. */
const sayMonth = (first: Day) => sayDay(first, language()).replace(/1日$|^1 /, '')

const sayPhase = ({ kind, from, to }: Phase) =>
  `${t(words[kind])} ${sayDay(from, language())}–${sayDay(to, language())}`

/** Each variety's season as one row of bars, with today's line through all of them (G3). */
export function SeasonCalendar({ seasons, today }: { seasons: readonly Season[]; today: Day }) {
  const range = rangeAround(today)
  const rows = seasons
    .map((season) => ({ season, phases: phasesOf(season, range) }))
    .filter(({ phases }) => phases.length > 0)
    .sort((a, b) => (a.season.harvestFrom < b.season.harvestFrom ? -1 : 1))
  if (rows.length === 0) return null
  return (
    <Card>
      <View className="calendar" {...spoken({ id: 'season-calendar' })}>
        <View className="calendar__row">
          <Text className="calendar__name t-strong">{t('week.calendar')}</Text>
          <View className="calendar__months">
            {range.months.map(({ first, left }) => (
              <Text key={first} className="t-note calendar__month" style={{ left: `${left}%` }}>
                {sayMonth(first)}
              </Text>
            ))}
          </View>
        </View>
        {rows.map(({ season, phases }) => (
          <View
            key={season._id}
            className="calendar__row"
            {...spoken({ label: `${nameOfSeason(season)}：${phases.map(sayPhase).join('，')}`, role: 'listitem' })}
          >
            <Text className="calendar__name">{nameOfSeason(season)}</Text>
            <View className="calendar__bars">
              {range.months.slice(1).map(({ first, left }) => (
                <View key={first} className="calendar__grid" style={{ left: `${left}%` }} />
              ))}
              {phases.map((phase) => (
                <View
                  key={phase.kind}
                  className={`calendar__bar calendar__bar--${phase.kind}`}
                  style={{ left: `${phase.left}%`, width: `calc(${phase.width}% - 2px)` }}
                >
                  {fitting(t(words[phase.kind]), phase.width)}
                </View>
              ))}
            </View>
          </View>
        ))}
        <View className="calendar__over">
          <View
            className="calendar__today"
            style={{ left: `${range.at(today)}%` }}
            {...spoken({ label: t('app.today') })}
          />
        </View>
      </View>
    </Card>
  )
}
