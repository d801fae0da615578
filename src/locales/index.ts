import { say, speaker, type KeyIn } from './catalogue'
import { chooseLanguage, language } from './language'
import { en } from './en'
import { zh } from './zh'

export type MessageKey = KeyIn<typeof zh>

/** Says a sentence of the shop in the reader's language. */
export const t = speaker(zh, en)

export { chooseLanguage, language, say }
