import { fill, type Language, type Words } from '../../domain/words'
import { chooseLanguage, language } from './language'
import { en } from './en'
import { zh } from './zh'

type Catalogue = typeof zh

/** `section.key` of every sentence in the catalogue. */
export type MessageKey = { [S in keyof Catalogue]: `${S & string}.${keyof Catalogue[S] & string}` }[keyof Catalogue]

const catalogues: Record<Language, Record<string, Record<string, string>>> = { zh, en }

/** The sentence in the reader's language, with `{name}` filled in. */
export function t(key: MessageKey, params?: Record<string, string | number>): string {
  const [section, name] = key.split('.') as [string, string]
  return say({ zh: catalogues.zh[section][name], en: catalogues.en[section][name] }, params)
}

/** Words that came from the domain or the server, in the reader's language. */
export function say(words: Words, params?: Record<string, string | number>): string {
  return fill(words, params)[language()]
}

export { chooseLanguage, language }
