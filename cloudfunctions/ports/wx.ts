import { randomBytes } from 'node:crypto'
import cloud from 'wx-server-sdk'
import { createCarriers } from './carriers'
import { createCloudPay } from './cloud-pay'
import { createContentCheck } from './content-check'
import { createDatabase } from './database'
import { createFiles } from './files'
import { log } from './log'
import type { Ports } from './ports'
import { createShippingInfo } from './shipping-info'
import { createSubscribeMessages } from './subscribe-messages'
import { createTypefaces } from './typefaces'

// The environment a function runs in never changes, so one initialisation serves all events of an instance.
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

// An opened font keeps the glyphs it has read, so one opening serves all events of an instance too.
const typeface = createTypefaces()

/** The outside world for one event, which begins nothing new after `budgetMs`. Nothing of an event may outlive it, so what it has seen is new each time. */
export function createPorts(budgetMs: number): Ports {
  const began = performance.now()
  return {
    spent: () => performance.now() - began,
    budgetMs,
    now: () => new Date().toISOString(),
    random: (bytes) => randomBytes(bytes),
    db: createDatabase(),
    payments: createCloudPay(),
    messages: createSubscribeMessages(log),
    content: createContentCheck(),
    files: createFiles(),
    shipping: createShippingInfo(),
    carriers: createCarriers(),
    typeface,
    log,
    relaying: new Set(),
    known: new Map(),
  }
}

/** Who WeChat says is calling. The SDK turns an id of digits only into a number, hence the String. */
export function wxCaller(): { openid: string; clientIp: string } {
  const { OPENID, CLIENTIP } = cloud.getWXContext()
  return { openid: String(OPENID ?? ''), clientIp: String(CLIENTIP ?? '') }
}

/** Whether a person's phone called this function; any client may call any function by its name. */
export function calledByClient(): boolean {
  return String(cloud.getWXContext().SOURCE ?? '').includes('wx_client')
}
