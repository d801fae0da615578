import { say, speaker, type KeyIn } from './catalogue'
import { language } from './language'
import { en } from './en'
import { enForStaff } from './en/for-staff'
import { zh } from './zh'
import { zhForStaff } from './zh/for-staff'

const chinese = { ...zh, ...zhForStaff }

export type MessageKey = KeyIn<typeof chinese>

/** Says any sentence. For the merchant's and the orchards' pages alone: shop pages do not carry these words. */
export const t = speaker(chinese, { ...en, ...enForStaff })

export { language, say }
