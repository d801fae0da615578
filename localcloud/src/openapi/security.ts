import { randomBytes } from 'node:crypto'
import { type Jobs } from '../clock/jobs'
import { type Records } from '../data/records'
import { MAX_CHECKED_TEXT, MEDIA_VERDICT_DELAY_MS } from '../limits'
import { type OpenApi, OpenApiError } from './registry'

export type Suggest = 'pass' | 'review' | 'risky'
/** Content that holds `match` gets this verdict; for pictures `match` is looked for in the URL. */
export interface VerdictRule {
  match: string
  suggest: Suggest
  label: number
}
export interface ContentSecurity {
  apis: Record<string, OpenApi>
  rules(kind: 'text' | 'media'): VerdictRule[]
  setRules(kind: 'text' | 'media', rules: VerdictRule[]): void
}
interface Options {
  records: Records
  jobs: Jobs
  now(): number
  appId: string
  /** Local time (ms) at which a user last called a function; undefined when never. */
  lastSeen(openid: string): number | undefined
  /** Hands an event of the message service to the function that is registered for it. */
  deliver(name: string, event: object): Promise<void>
}

/** Labels. Source: WeChat docs, security.msgSecCheck. */
const DEFAULT_TEXT_RULES: VerdictRule[] = [
  { match: '违禁词', suggest: 'risky', label: 21000 },
  { match: '赌博', suggest: 'risky', label: 20006 },
  { match: '毒品', suggest: 'risky', label: 20006 },
  { match: '枪支', suggest: 'risky', label: 20006 },
  { match: '色情', suggest: 'risky', label: 20002 },
  { match: '裸聊', suggest: 'risky', label: 20002 },
  { match: '诈骗', suggest: 'risky', label: 20008 },
  { match: '去死', suggest: 'risky', label: 20003 },
  { match: '傻逼', suggest: 'risky', label: 20003 },
  { match: '加微信', suggest: 'review', label: 10001 },
]
const PASS_LABEL = 100
/** Source: WeChat docs, security.msgSecCheck: the user must have opened the mini-program within two hours. */
const VISIT_LIFETIME_MS = 2 * 3600_000

export function contentSecurity({ records, jobs, now, appId, lastSeen, deliver }: Options): ContentSecurity {
  const rules: ContentSecurity['rules'] = (kind) =>
    records.get<VerdictRule[]>('verdict-rules', kind) ?? (kind === 'text' ? DEFAULT_TEXT_RULES : [])
  const verdict = (kind: 'text' | 'media', content: string): { suggest: Suggest; label: number } => {
    const plain = content.toLowerCase().replace(/\s+/g, '')
    const hits = rules(kind).filter(({ match }) => plain.includes(match.toLowerCase().replace(/\s+/g, '')))
    const worst = hits.find(({ suggest }) => suggest === 'risky') ?? hits[0]
    return worst ? { suggest: worst.suggest, label: worst.label } : { suggest: 'pass', label: PASS_LABEL }
  }
  const checkCommon = (data: Record<string, unknown>): string => {
    if (data.version !== 2) throw new OpenApiError(47001, 'data format error: version must be 2')
    if (![1, 2, 3, 4].includes(Number(data.scene)))
      throw new OpenApiError(47001, 'data format error: scene must be 1 to 4')
    if (typeof data.openid !== 'string' || data.openid === '') throw new OpenApiError(40003, 'invalid openid')
    const seen = lastSeen(data.openid)
    if (seen === undefined || now() - seen > VISIT_LIFETIME_MS)
      throw new OpenApiError(61010, 'code is expired: the user did not visit within 2 hours')
    return data.openid
  }
  const detail = (suggest: Suggest, label: number): object[] => [
    { strategy: 'content_model', errcode: 0, suggest, label, prob: suggest === 'pass' ? 90 : 95 },
  ]
  jobs.handle('media-check', async ({ openid, url, traceId }: { openid: string; url: string; traceId: string }) => {
    const result = verdict('media', decodeURI(url))
    await deliver('wxa_media_check', {
      ToUserName: 'gh_local',
      FromUserName: openid,
      CreateTime: Math.floor(now() / 1000),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: appId,
      trace_id: traceId,
      version: 2,
      errcode: 0,
      errmsg: 'ok',
      result,
      detail: detail(result.suggest, result.label),
    })
  })
  return {
    rules,
    setRules: (kind, list) => records.put('verdict-rules', kind, list),
    apis: {
      'security.msgSecCheck'(data) {
        checkCommon(data)
        if (typeof data.content !== 'string' || data.content === '') throw new OpenApiError(44004, 'empty content')
        if ([...data.content].length > MAX_CHECKED_TEXT) throw new OpenApiError(45002, 'content size out of limit')
        const result = verdict(
          'text',
          [data.content, data.nickname, data.title, data.signature].filter(Boolean).join('\n'),
        )
        return { result, detail: detail(result.suggest, result.label), trace_id: randomBytes(12).toString('hex') }
      },
      'security.mediaCheckAsync'(data) {
        const openid = checkCommon(data)
        if (![1, 2].includes(Number(data.media_type)))
          throw new OpenApiError(47001, 'data format error: media_type must be 1 or 2')
        if (typeof data.media_url !== 'string' || !/^https?:\/\//.test(data.media_url))
          throw new OpenApiError(40001, 'invalid media_url')
        const traceId = randomBytes(12).toString('hex')
        jobs.add(now() + MEDIA_VERDICT_DELAY_MS, {
          kind: 'media-check',
          payload: { openid, url: data.media_url, traceId },
        })
        return { trace_id: traceId }
      },
    },
  }
}
