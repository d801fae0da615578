import { randomUUID } from 'node:crypto'
import { type Records } from '../data/records'
import { type OpenApi, OpenApiError } from './registry'

export interface SubscribeMessage {
  id: string
  /** Local time, ISO. */
  at: string
  openid: string
  templateId: string
  page: string
  data: Record<string, string>
}
export type Choice = 'accept' | 'reject'
export interface SubscribeMessages {
  send: OpenApi
  /** A tap in the subscribe dialog: one credit per accepted template (WeChat, one-time subscription). */
  choose(openid: string, templateIds: string[], choice: Choice): Record<string, Choice>
  credits(openid: string, templateId: string): number
  list(): SubscribeMessage[]
}

const MAX_TEMPLATES_PER_TAP = 5
const CLOCK = /^(\d{4}[年/.-]\d{1,2}[月/.-]\d{1,2}日?)?\s*(\d{1,2}:\d{2}(:\d{2})?)?$/
const DATE = /^\d{4}[年/.-]\d{1,2}[月/.-]\d{1,2}日?(\s*\d{1,2}:\d{2}(:\d{2})?)?$/
const range = (pattern: RegExp) => (text: string) =>
  text.split('~').every((part) => part.trim() !== '' && pattern.test(part.trim()))
const length = (text: string): number => [...text].length

/** What each kind of field may hold. Source: WeChat docs, subscribeMessage.send, parameter limits. */
const FIELDS: Record<string, (text: string) => boolean> = {
  thing: (text) => length(text) <= 20,
  number: (text) => /^-?\d+(\.\d+)?$/.test(text) && text.length <= 32,
  letter: (text) => /^[A-Za-z]{1,32}$/.test(text),
  symbol: (text) => length(text) <= 5,
  character_string: (text) => /^[\x20-\x7e]{1,32}$/.test(text),
  time: range(CLOCK),
  date: range(DATE),
  amount: (text) => /^[^\d\s]{0,1}\d{1,10}(\.\d+)?元?$/.test(text),
  phone_number: (text) => /^[\d+*()\s-]{1,17}$/.test(text),
  car_number: (text) => length(text) <= 8,
  name: (text) => (/^[\x20-\x7e]+$/.test(text) ? text.length <= 20 : length(text) <= 10),
  phrase: (text) => /^\p{Script=Han}{1,5}$/u.test(text),
  const: () => true,
}

function readData(data: unknown): Record<string, string> {
  if (typeof data !== 'object' || data === null) throw new OpenApiError(47003, 'argument invalid! data is missing')
  return Object.fromEntries(
    Object.entries(data as Record<string, { value?: unknown } | null>).map(([field, holder]) => {
      const value = holder?.value
      const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
      const kind = field.replace(/\d+$/, '')
      const valid = Object.hasOwn(FIELDS, kind) ? FIELDS[kind] : undefined
      if (text.trim() === '') throw new OpenApiError(47003, `argument invalid! data.${field}.value is empty`)
      if (!valid?.(text)) throw new OpenApiError(47003, `argument invalid! data.${field}.value invalid`)
      return [field, text]
    }),
  )
}

export function subscribeMessages(records: Records, iso: () => string): SubscribeMessages {
  const creditId = (openid: string, templateId: string): string => JSON.stringify([openid, templateId])
  const credits = (openid: string, templateId: string): number =>
    records.get<number>('credit', creditId(openid, templateId)) ?? 0
  return {
    credits,
    send(request) {
      const { touser: openid, template_id: templateId, page = '', data } = request
      if (typeof openid !== 'string' || openid === '') throw new OpenApiError(40003, 'invalid openid')
      if (typeof templateId !== 'string' || templateId === '') throw new OpenApiError(40037, 'invalid template_id')
      const fields = readData(data)
      const left = credits(openid, templateId)
      if (left < 1) throw new OpenApiError(43101, 'user refuse to accept the msg')
      const message: SubscribeMessage = {
        id: randomUUID(),
        at: iso(),
        openid,
        templateId,
        page: String(page),
        data: fields,
      }
      records.atomically(() => {
        records.put('credit', creditId(openid, templateId), left - 1)
        records.put('message', message.id, message)
      })
      return { msgid: message.id }
    },
    choose(openid, templateIds, choice) {
      if (templateIds.length > MAX_TEMPLATES_PER_TAP) throw new OpenApiError(20003, 'Templates count out of max bounds')
      if (choice === 'accept') {
        records.atomically(() => {
          for (const id of templateIds) records.put('credit', creditId(openid, id), credits(openid, id) + 1)
        })
      }
      return Object.fromEntries(templateIds.map((id) => [id, choice]))
    },
    list: () => records.list<SubscribeMessage>('message'),
  }
}
