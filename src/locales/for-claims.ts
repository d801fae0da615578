import { say, speaker } from './catalogue'
import { language } from './language'
import { en } from './en'
import { aftersale as enAftersale } from './en/aftersale'
import { zh } from './zh'
import { aftersale } from './zh/aftersale'

/** Says any sentence of the shop or of its after-sale pages, which the main package does not carry. */
export const t = speaker({ ...zh, aftersale }, { ...en, aftersale: enAftersale })

export { language, say }
