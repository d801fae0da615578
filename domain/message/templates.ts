import { TO_SHOPPER } from './to-shopper'
import { TO_STAFF } from './to-staff'

export type * from './template'

/** Every message there is: the one home of their words, receivers and pages. */
export const TEMPLATES = { ...TO_SHOPPER, ...TO_STAFF } as const

export type TemplateKey = keyof typeof TEMPLATES
