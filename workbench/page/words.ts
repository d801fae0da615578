import type { Language, Words } from '../../domain/words'
import { fill } from '../../domain/words'
import type { IconName } from '../../src/look/icons'

/** Everything the workbench itself says. */
const CATALOGUE = {
  name: { zh: '果印工作台', en: 'Guoyin workbench' },
  motto: { zh: '整座果园，跑在这一台机器上', en: 'A whole orchard on this one machine' },
  running: { zh: '本地云在运行', en: 'Local cloud is running' },
  away: { zh: '本地云没有回应', en: 'The local cloud does not answer' },
  reset: { zh: '重来一遍', en: 'Start over' },
  resetAsk: { zh: '订单和时间都会回到 9月5日。', en: 'Orders and time go back to 5 September.' },
  resetYes: { zh: '重来', en: 'Start over' },
  resetNo: { zh: '算了', en: 'Keep' },
  resetting: { zh: '正在回到第一天早晨…', en: 'Going back to the first morning…' },
  phoneOf: { zh: '{seat}的手机', en: "{seat}'s phone" },
  another: { zh: '换一位{seat}', en: 'Another {seat}' },
  home: { zh: '回到{seat}首页', en: "{seat}'s first page" },
  clock: { zh: '虚拟时钟', en: 'Movable clock' },
  moving: { zh: '时间正在走，到点的事一件件做…', en: 'Time is passing; what falls due is done in order…' },
  hour: { zh: '+1 小时', en: '+1 hour' },
  day: { zh: '+1 天', en: '+1 day' },
  week: { zh: '+1 周', en: '+1 week' },
  jump: { zh: '快进到', en: 'Jump to' },
  inbox: { zh: '收件箱', en: 'Inbox' },
  whose: { zh: '谁的消息', en: 'Whose messages' },
  new: { zh: '未读', en: 'unread' },
  unread: { zh: '{count} 条未读', en: '{count} unread' },
  noMessages: {
    zh: '还没有消息。在左边的手机上下一单，消息就会来。',
    en: 'No messages yet. Order something on the first phone.',
  },
  pushed: { zh: '微信', en: 'WeChat' },
  pushedTitle: { zh: '微信订阅消息也送到了', en: 'Also delivered as a WeChat subscribe message' },
  inboxFoot: {
    zh: '点一条，就在那位的手机上打开它说的那一页。',
    en: 'A message opens its page on the phone of that person.',
  },
} as const satisfies Record<string, Words>

/** The shortest way to a first fruit, for somebody who has just arrived. */
export const FIRST_STEPS: readonly { icon: IconName; words: Words }[] = [
  { icon: 'pen', words: { zh: '在顾客的手机上印一句，下单付款', en: 'On the first phone, write a line and order' } },
  { icon: 'loupe', words: { zh: '商家审核，果园接下来种', en: 'The merchant approves, the orchard grows it' } },
  { icon: 'clock', words: { zh: '要等的日子，用上面的时钟走过去', en: 'Pass the weeks with the clock above' } },
]

const WEEKDAYS: Record<Language, readonly string[]> = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}

export type Say = (key: keyof typeof CATALOGUE, params?: Record<string, string | number>) => string

/** The workbench's words in one language. */
export const speak =
  (language: Language): Say =>
  (key, params) =>
    fill(CATALOGUE[key], params)[language]

/** Day of the week of a calendar day. */
export function weekday(day: string, language: Language): string {
  return WEEKDAYS[language][new Date(`${day}T00:00:00Z`).getUTCDay()]
}

const KEPT = 'workbench-language'

/** Chinese unless the reader chose English. */
export function readLanguage(): Language {
  return window.localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh'
}

/** Drafts and baskets the phones keep in this browser; they belong to the demo that is over. */
export function forgetDrafts(): void {
  const language = readLanguage()
  window.localStorage.clear()
  keepLanguage(language)
}

export function keepLanguage(language: Language): void {
  window.localStorage.setItem(KEPT, language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}
