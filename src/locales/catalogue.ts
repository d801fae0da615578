import { fill, type Words } from '../../domain/words'
import { language } from './language'

/** The same keys in another language: a missing or extra sentence does not compile. */
export type Translated<T> = { readonly [K in keyof T]: string }

type Sections = Record<string, Record<string, string>>

/** `section.key` of every sentence in a catalogue. */
export type KeyIn<C> = { [S in keyof C]: `${S & string}.${keyof C[S] & string}` }[keyof C]

/** Makes the `t` of a catalogue: the sentence in the reader's language, with `{name}` filled in. */
export function speaker<C extends Sections>(zh: C, en: { [S in keyof C]: Translated<C[S]> }) {
  return (key: KeyIn<C>, params?: Record<string, string | number>): string => {
    const [section, name] = key.split('.') as [string, string]
    return say({ zh: zh[section][name], en: (en as Sections)[section][name] }, params)
  }
}

/** Words that came from the domain or the server, in the reader's language. */
export function say(words: Words, params?: Record<string, string | number>): string {
  return fill(words, params)[language()]
}
