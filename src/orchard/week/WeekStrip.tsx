import { Text, View } from '@tarojs/components'
import type { JobView } from '../../../contract/orchard-views'
import { sayDay, type Day } from '../../../domain/time'
import { spoken } from '../../components/Tap/spoken'
import { language, t } from '../../locales/for-staff'
import { colours } from '../../look/tokens'
import type { Step } from '../parts/steps'
import { STEPS } from '../parts/steps'
import { stepsOn } from './plan'

const weekdays = ['week.mon', 'week.tue', 'week.wed', 'week.thu', 'week.fri', 'week.sat', 'week.sun'] as const

const dots: Record<Step, string> = {
  sticker: colours.sun,
  colour: colours['season-colouring'],
  harvest: colours.seal,
  mark: colours.leaf,
  dispatch: colours.cold,
  sendAgain: colours.bark,
}

/** The seven days with a dot for each kind of step that falls on them. */
export function WeekStrip({ week, today, jobs }: { week: readonly Day[]; today: Day; jobs: readonly JobView[] }) {
  return (
    <View className="week__strip">
      {week.map((day, at) => {
        const steps = stepsOn(jobs, day, today)
        const said = [sayDay(day, language()), ...steps.map((step) => t(STEPS[step].word))].join('，')
        return (
          <View
            key={day}
            className={`week__day${day === today ? ' week__day--today' : ''}`}
            {...spoken({ label: day === today ? `${t('app.today')}，${said}` : said, role: 'listitem' })}
          >
            <Text className="week__weekday">{t(weekdays[at])}</Text>
            <Text className="week__number">{Number(day.slice(8))}</Text>
            <View className="week__dots">
              {steps.map((step) => (
                <View key={step} className="week__dot" style={{ background: dots[step] }} />
              ))}
            </View>
          </View>
        )
      })}
    </View>
  )
}
