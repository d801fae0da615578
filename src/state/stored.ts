import Taro from '@tarojs/taro'
import { createStore, type Store } from './store'

/** A store that survives closing the app: kept in the phone's storage under `name`, read on first use. */
export function createStored<T extends object>(name: string, initial: T): Store<T> {
  const store = createStore<T>(initial)
  let read = false
  const wake = () => {
    if (read) return
    read = true
    const kept: unknown = Taro.getStorageSync(name)
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
      Taro.setStorageSync(name, next)
    },
    subscribe: store.subscribe,
  }
}
