import type { PushRefusal } from '../../domain/message/outcome'
import { TEMPLATES } from '../../domain/message/templates'
import { codeOf, textOf } from './failures'
import { openapi } from './openapi'
import type { Messages, Ports } from './ports'

/** What WeChat refuses for good (subscribeMessage.send, error codes); any other error may pass. */
export const REFUSED: Readonly<Record<number, PushRefusal>> = {
  43101: 'NOT_ALLOWED',
  40037: 'TEMPLATE_WRONG',
  47003: 'FIELD_WRONG',
  41030: 'PAGE_WRONG',
  40003: 'RECEIVER_UNKNOWN',
}

// What WeChat takes in each kind of field (subscribeMessage.send, parameter limits).
const LIMITS: Record<string, number> = { thing: 20, character_string: 32, letter: 32, symbol: 5, name: 10, phrase: 5 }

/** Template ids by our template keys: from GUOYIN_TEMPLATE_IDS (JSON), else `tmpl-<key>` as the local cloud has them. */
export function templateIds(configured = process.env.GUOYIN_TEMPLATE_IDS): Record<string, string> {
  const defaults = Object.fromEntries(Object.keys(TEMPLATES).map((key) => [key, `tmpl-${key}`]))
  return { ...defaults, ...(configured ? (JSON.parse(configured) as Record<string, string>) : {}) }
}

/** The value as its field may hold it: cut to length, without Chinese where none is allowed, never empty. */
export function fieldValue(field: string, value: string): string {
  const kind = field.replace(/\d+$/, '')
  const allowed = kind === 'character_string' ? value.replace(/[^\x20-\x7e]/g, '') : value
  const cut = [...allowed].slice(0, LIMITS[kind] ?? allowed.length).join('')
  return cut.trim() === '' ? '-' : cut
}

/** Subscribe messages through WeChat. */
export function createSubscribeMessages(log: Ports['log']): Messages {
  return {
    templateIds: () => templateIds(),
    async send({ openid, template, page, data }) {
      try {
        await openapi().subscribeMessage.send({
          touser: openid,
          templateId: templateIds()[template],
          page,
          data: Object.fromEntries(
            Object.entries(data).map(([field, value]) => [field, { value: fieldValue(field, value) }]),
          ),
          miniprogramState: process.env.GUOYIN_MINIPROGRAM_STATE ?? 'formal',
        })
        return 'sent'
      } catch (error) {
        const refusal = REFUSED[codeOf(error)]
        if (!refusal) throw error
        const level = refusal === 'NOT_ALLOWED' ? 'info' : 'error'
        log({ level, what: 'subscribe message refused', refusal, template, page, message: textOf(error) })
        return refusal
      }
    },
  }
}
