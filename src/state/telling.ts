import type { TemplateKey } from '../../domain/message/templates'
import { call } from '../cloud/door'
import { requestSubscribe } from '../cloud/wechat'
import { freshId } from './fresh-id'
import { useRemote } from './remote'

/**
 * Asks whether WeChat may send these messages and tells the server what was allowed (W2). Call it first in a tap.
 * Resolves when the prompt is closed and never throws: saying no must not stop what the tap was for.
 */
export type AskToTell = (keys: readonly TemplateKey[]) => Promise<void>

/** Loads WeChat's template ids before any tap that needs them. */
export function useTelling(): AskToTell {
  const ids = useRemote('subscriptions.templates', {}).data?.ids ?? {}
  return async (keys) => {
    const asked = keys.filter((key) => ids[key])
    if (asked.length === 0) return
    const { accepted } = await requestSubscribe(asked.map((key) => ids[key]))
    const templates = asked.filter((key) => accepted.includes(ids[key]))
    if (templates.length === 0) return
    void call('subscriptions.grant', { key: freshId(), templates }).catch(() => undefined)
  }
}
