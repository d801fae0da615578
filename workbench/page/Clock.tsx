import { useState } from 'react'
import { dayOf, later, sayDay, sayTime, type Instant } from '../../domain/time'
import type { Language } from '../../domain/words'
import { Icon } from './icon'
import type { Milestone } from './milestones'
import { speak, weekday } from './words'

const HOUR = 3_600_000
const STEPS = [
  { id: 'plus-hour', words: 'hour', ms: HOUR },
  { id: 'plus-day', words: 'day', ms: 24 * HOUR },
  { id: 'plus-week', words: 'week', ms: 7 * 24 * HOUR },
] as const

interface ClockProps {
  language: Language
  now: Instant
  coming: Milestone[]
  onMove(move: { advanceMs: number } | { to: Instant }): Promise<void>
}

/** The clock that can be moved: by steps, or straight to what comes next. */
export function Clock({ language, now, coming, onMove }: ClockProps) {
  const [moving, setMoving] = useState<string | null>(null)
  const move = async (id: string, to: { advanceMs: number } | { to: Instant }) => {
    if (moving) return
    setMoving(id)
    await onMove(to).finally(() => setMoving(null))
  }
  const day = dayOf(now)
  const say = speak(language)
  return (
    <section className="card" aria-label={say('clock')}>
      <div className="row between note">
        <span>{say('clock')}</span>
        <span>{moving ? say('moving') : 'Asia/Shanghai'}</span>
      </div>
      <p className="today" aria-live="polite">
        <b id="clock-day">{sayDay(day, language)}</b>
        <strong id="clock-time">{sayTime(now)}</strong>
        <span>
          {day.slice(0, 4)} {weekday(day, language)}
        </span>
      </p>
      <div className="row steps">
        {STEPS.map((step) => (
          <button
            type="button"
            key={step.id}
            id={step.id}
            className="step"
            disabled={moving !== null}
            aria-busy={moving === step.id}
            onClick={() => void move(step.id, { advanceMs: step.ms })}
          >
            {say(step.words)}
          </button>
        ))}
      </div>
      {coming.length > 0 && (
        <>
          <p className="note fast">
            <Icon name="clock" size={16} /> {say('jump')}
          </p>
          <ul className="coming">
            {coming.map((milestone, i) => (
              <li key={`${milestone.at}${milestone.what.zh}${milestone.whose}`}>
                <button
                  type="button"
                  id={`jump-${i}`}
                  disabled={moving !== null}
                  onClick={() => void move(`jump-${i}`, { to: later(milestone.at, 1, 'minute') })}
                >
                  <b>{milestone.what[language]}</b>
                  <small>{milestone.whose}</small>
                  <span>{sayDay(dayOf(milestone.at), language, day)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
