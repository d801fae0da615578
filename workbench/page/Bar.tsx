import { useEffect, useRef, useState } from 'react'
import type { Language } from '../../domain/words'
import { Icon } from './icon'
import { speak } from './words'

export type Standing = 'running' | 'away' | 'resetting'

interface BarProps {
  language: Language
  standing: Standing
  onLanguage(): void
  onReset(): void
}

/** Name, how the local cloud is, the language, and the way back to the first morning. */
export function Bar({ language, standing, onLanguage, onReset }: BarProps) {
  const say = speak(language)
  return (
    <header className="top">
      <span className="seal" aria-hidden="true">
        <i>果</i>
        <i>印</i>
      </span>
      <h1>{say('name')}</h1>
      <span className="note">{say('motto')}</span>
      <span className={`lamp ${standing}`} role="status">
        {say(standing)}
      </span>
      <button
        type="button"
        id="language"
        className="again plain"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={onLanguage}
      >
        {language === 'zh' ? 'English' : '中文'}
      </button>
      <Reset language={language} running={standing === 'resetting'} onReset={onReset} />
    </header>
  )
}

function Reset({ language, running, onReset }: { language: Language; running: boolean; onReset(): void }) {
  const [asking, setAsking] = useState(false)
  const no = useRef<HTMLButtonElement>(null)
  const first = useRef<HTMLButtonElement>(null)
  const asked = useRef(false)
  const say = speak(language)

  // The focus goes to the harmless answer, and back to where it came from.
  useEffect(() => {
    if (asking) no.current?.focus()
    else if (asked.current) first.current?.focus()
    asked.current = asking
  }, [asking])

  if (!asking)
    return (
      <button ref={first} type="button" id="reset" className="again" disabled={running} onClick={() => setAsking(true)}>
        <Icon name="refresh" /> {say('reset')}
      </button>
    )
  const reset = () => {
    setAsking(false)
    onReset()
  }
  return (
    <span
      className="ask"
      role="alertdialog"
      aria-label={say('reset')}
      aria-describedby="reset-ask"
      onKeyDown={(event) => event.key === 'Escape' && setAsking(false)}
    >
      <span id="reset-ask">{say('resetAsk')}</span>
      <button ref={no} type="button" id="reset-no" className="again plain" onClick={() => setAsking(false)}>
        {say('resetNo')}
      </button>
      <button type="button" id="reset-yes" className="again danger" onClick={reset}>
        {say('resetYes')}
      </button>
    </span>
  )
}
