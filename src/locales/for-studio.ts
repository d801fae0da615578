import { say, speaker } from './catalogue'
import { language } from './language'
import { en } from './en'
import { design as enDesign } from './en/design'
import { zh } from './zh'
import { design } from './zh/design'

/** Says any sentence of the shop or of the imprint studio, which the main package does not carry. */
export const t = speaker({ ...zh, design }, { ...en, design: enDesign })

export { language, say }
