import { Text, View } from '@tarojs/components'
import type { JobView } from '../../../contract/orchard-views'
import type { Season } from '../../../domain/catalogue/season'
import { piecesToDo, tasksOf, type Task } from '../../../domain/catalogue/week'
import { sayDays, type Day } from '../../../domain/time'
import { Card } from '../../components/Card'
import { SectionHead } from '../../components/SectionHead'
import { spoken } from '../../components/Tap/spoken'
import { language, t, type MessageKey } from '../../locales/for-staff'
import { nameOfSeason } from './season-name'

interface Row {
  task: Task
  season: Season
  pieces: number
}

/** What the calendar tells this orchard to do this week, and to how many of the fruit it has accepted (G3). */
export function rowsOf(seasons: readonly Season[], jobs: readonly JobView[], week: readonly Day[]): Row[] {
  return seasons
    .flatMap((season) => tasksOf(season, { from: week[0], to: week[6] }).map((task) => ({ task, season })))
    .map(({ task, season }) => ({ task, season, pieces: piecesToDo(task, jobs) }))
    .filter(({ pieces }) => pieces > 0)
    .sort((a, b) => (a.task.from < b.task.from ? -1 : a.task.from > b.task.from ? 1 : 0))
}

function wordOf({ kind }: Task, { technique }: Season): MessageKey {
  switch (kind) {
    case 'bagOff':
      return 'week.bagOff'
    case 'sticker':
      return 'job.sticker'
    case 'harvest':
      return technique === 'mask' ? 'week.filmOff' : 'job.harvest'
    case 'mark':
      return 'job.mark'
    case 'dispatch':
      return 'job.dispatch'
  }
}

/** One line a task: what, which fruit, from when to when, how many. */
export function Tasks({
  seasons,
  jobs,
  week,
}: {
  seasons: readonly Season[]
  jobs: readonly JobView[]
  week: readonly Day[]
}) {
  const rows = rowsOf(seasons, jobs, week)
  if (rows.length === 0) return null
  return (
    <>
      <SectionHead title={t('week.tasks')} />
      <Card id="week-tasks">
        <View className="stack stack--tight">
          {rows.map(({ task, season, pieces }) => {
            const [word, name] = [t(wordOf(task, season)), nameOfSeason(season)]
            const days = sayDays(task.from, task.to, language(), week[0])
            const count = t('staff.pieces', { count: pieces })
            const id = `task-${task.kind}-${task.seasonId}`
            return (
              <View
                key={id}
                className="row row--apart"
                {...spoken({ id, label: `${word} ${days} · ${name} · ${count}`, role: 'listitem' })}
              >
                <View className="grow">
                  <Text className="t-strong">{word}</Text>
                  <Text className="t-note week__task-name">{name}</Text>
                </View>
                <Text className="t-note">{`${days} · ${count}`}</Text>
              </View>
            )
          })}
        </View>
      </Card>
    </>
  )
}
