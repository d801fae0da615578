import Taro from '@tarojs/taro'
import { localOpenid } from '../cloud/identity'
import { onHide } from '../device/hide'
import { createStore, type Store } from './store'

/** A value is written once it has stayed the same for so long, ms: a finger changes it sixty times a second. */
const REST_MS = 300

// In the workbench several people share one browser; their drafts must not mix.
const keyOf = (name: string) => (process.env.TARO_ENV === 'h5' ? `${name} ${localOpenid()}` : name)

/** Puts a value into the phone's storage. What the phone has no room for (WeChat: 1 MB a key) stays in memory only. */
export function keepUnder(key: string, value: unknown): void {
  try {
    Taro.setStorageSync(key, value)
  } catch {
    // The page goes on with what is in memory; only closing the app loses it.
  }
}

const unwritten = new Map<string, unknown>()
let timer: ReturnType<typeof setTimeout> | undefined
let watching = false

function writeAll(): void {
  clearTimeout(timer)
  unwritten.forEach((value, key) => keepUnder(key, value))
  unwritten.clear()
}

function writeSoon(key: string, value: unknown): void {
  if (!watching) onHide(writeAll)
  watching = true
  unwritten.set(key, value)
  clearTimeout(timer)
  timer = setTimeout(writeAll, REST_MS)
}

/**
 * A store that survives closing the app: read from the phone's storage under `name` on first use, in memory at once
 * when it is set, and written when it rests or the app is left.
 */
export function createStored<T extends object>(name: string, initial: T): Store<T> {
  const store = createStore<T>(initial)
  let read = false
  const wake = () => {
    if (read) return
    read = true
    const kept: unknown = Taro.getStorageSync(keyOf(name))
    if (typeof kept === 'object' && kept !== null) store.set({ ...initial, ...kept })
  }
  return {
    get: () => {
      wake()
      return store.get()
    },
    set: (next) => {
      wake()
      store.set(next)
      writeSoon(keyOf(name), next)
    },
    subscribe: store.subscribe,
  }
}
