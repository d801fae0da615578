import { createStore } from './store'

export const toastStore = createStore<string | null>(null)

const shownFor = 2400
let timer: ReturnType<typeof setTimeout> | undefined

/** Says one sentence for 2.4 s above the bottom bar; the newest replaces the one before. */
export function toast(sentence: string): void {
  clearTimeout(timer)
  toastStore.set(sentence)
  timer = setTimeout(() => toastStore.set(null), shownFor)
}
