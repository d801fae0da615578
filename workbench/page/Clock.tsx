import { useState } from 'react'
import { dayOf, later, sayDay, sayTime, type Instant } from '../../domain/time'
import type { Language } from '../../domain/words'
import { Icon } from './icon'
import type { Milestone } from './milestones'
import { FIRST_STEPS, speak, weekday } from './words'

const HOUR = 3_600_000
const STEPS = [
  { id: 'plus-hour', words: 'hour', ms: HOUR },
  { id: 'plus-day', words: 'day', ms: 24 * HOUR },
  { id: 'plus-week', words: 'week', ms: 7 * 24 * HOUR },
] as const

/** The shop's timer comes by every ten minutes; a jump goes on until it has been. */
const TIMER_MINUTES = 10

type Move = { advanceMs: number } | { to: Instant }

interface ClockProps {
  language: Language
  now: Instant
  coming: Milestone[]
  /** Nothing was ordered yet. */
  untouched: boolean
  onMove(move: Move): Promise<void>
}

/** The clock that can be moved: by steps, or straight to what comes next. */
export function Clock({ language, now, coming, untouched, onMove }: ClockProps) {
  const [moving, setMoving] = useState<string | null>(null)
  const move = async (id: string, to: Move) => {
    if (moving) return
    setMoving(id)
    await onMove(to).finally(() => setMoving(null))
  }
  const day = dayOf(now)
  const say = speak(language)
  return (
    <section className="card clock" aria-label={say('clock')} aria-busy={moving !== null}>
      <div className="row between note">
        <span>{say('clock')}</span>
        <span role="status">{moving ? say('moving') : 'Asia/Shanghai'}</span>
      </div>
      <p className="today">
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
            className={moving === step.id ? 'step busy' : 'step'}
            aria-disabled={moving !== null}
            onClick={() => void move(step.id, { advanceMs: step.ms })}
          >
            {say(step.words)}
          </button>
        ))}
      </div>
      {coming.length > 0 && (
        <>
          <h2 className="note fast" id="jump">
            {say('jump')}
          </h2>
          <ul className="coming" aria-labelledby="jump">
            {coming.map(({ at, what, whose, tone }, i) => (
              <li key={`${at} ${what.zh}`}>
                <button
                  type="button"
                  id={`jump-${i}`}
                  className={moving === `jump-${i}` ? 'busy' : ''}
                  aria-disabled={moving !== null}
                  onClick={() => void move(`jump-${i}`, { to: later(at, TIMER_MINUTES + 1, 'minute') })}
                >
                  <i className={`tone ${tone}`} aria-hidden="true" />
                  <b>{what[language]}</b>
                  <small>{whose[language]}</small>
                  <span>{dayOf(at) === day ? sayTime(at) : sayDay(dayOf(at), language, day)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {untouched && <FirstSteps language={language} />}
    </section>
  )
}

/** For somebody who sees the workbench for the first time. */
function FirstSteps({ language }: { language: Language }) {
  return (
    <ol className="first">
      {FIRST_STEPS.map(({ icon, words }) => (
        <li key={icon}>
          <Icon name={icon} /> {words[language]}
        </li>
      ))}
    </ol>
  )
}
