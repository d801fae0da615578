import type { Fen } from '../../domain/money'
import { createStore } from './store'

export interface ConfirmQuestion {
  title: string
  /** What follows from it, with the date or amount. */
  sentence: string
  act: string
  cancel?: string
  kind?: 'primary' | 'seal' | 'danger' | 'cold'
}

export type PhotoChoice = { kind: 'simulated' } | { kind: 'file'; file: File } | { kind: 'cancelled' }

/** The one sheet that may be open over a page, and whom to tell how it ended. */
export type Overlay =
  | { kind: 'confirm'; question: ConfirmQuestion; done: (agreed: boolean) => void }
  | { kind: 'payment'; amount: Fen; done: (paid: boolean) => void }
  | { kind: 'photo'; done: (choice: PhotoChoice) => void }

export const overlayStore = createStore<Overlay | null>(null)

function ask<T>(open: (done: (answer: T) => void) => Overlay): Promise<T> {
  dismissOverlay()
  return new Promise((resolve) => {
    overlayStore.set(
      open((answer) => {
        overlayStore.set(null)
        resolve(answer)
      }),
    )
  })
}

/** Closes the open sheet as if the person had said no. */
export function dismissOverlay(): void {
  const open = overlayStore.get()
  if (open?.kind === 'photo') open.done({ kind: 'cancelled' })
  else open?.done(false)
}

/** Asks before something that cannot be undone; resolves to whether the person agreed. */
export function confirm(question: ConfirmQuestion): Promise<boolean> {
  return ask((done) => ({ kind: 'confirm', question, done }))
}

/** The simulated payment sheet of the local cloud. Amount in fen. */
export function askForPayment(amount: Fen): Promise<boolean> {
  return ask((done) => ({ kind: 'payment', amount, done }))
}

/** The simulated camera of the browser build. */
export function askForPhoto(): Promise<PhotoChoice> {
  return ask((done) => ({ kind: 'photo', done }))
}
