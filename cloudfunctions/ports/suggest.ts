export type ContentVerdict = 'pass' | 'review' | 'refused'

/** Our verdict for WeChat's `suggest`; what we do not know is looked at by a person. */
export function verdictOf(suggest: string | undefined): ContentVerdict {
  if (suggest === 'pass') return 'pass'
  return suggest === 'risky' ? 'refused' : 'review'
}

/** WeChat's `wxa_media_check` event, the parts we read. The picture is not named: the trace id stands for it. */
export interface MediaCheckEvent {
  Event?: string
  trace_id?: string
  errcode?: number
  result?: { suggest?: string }
}

/** What the event says; null when it is another kind of event. A check that failed is looked at by a person. */
export function readMediaCheck(event: MediaCheckEvent): { traceId: string; verdict: ContentVerdict } | null {
  if (event.Event !== 'wxa_media_check' || !event.trace_id) return null
  return { traceId: String(event.trace_id), verdict: event.errcode ? 'review' : verdictOf(event.result?.suggest) }
}
