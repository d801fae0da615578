import Taro from '@tarojs/taro'
import { localOpenid } from '../cloud/identity'
import { createStore, type Store } from './store'

// In the workbench several people share one browser; their drafts must not mix.
const keyOf = (name: string) => (process.env.TARO_ENV === 'h5' ? `${name} ${localOpenid()}` : name)

/** A store that survives closing the app: kept in the phone's storage under `name`, read on first use. */
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
      Taro.setStorageSync(keyOf(name), next)
    },
    subscribe: store.subscribe,
  }
}
