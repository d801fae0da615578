/**
 * What a rejection is about: the imprint, or the fruit itself, of which the machine says nothing (I2). One that does not say
 * counts as about the imprint: the machine's word is rather worth too little than too much.
 */
export const CAUSES = ['imprint', 'fruit'] as const
export type Cause = (typeof CAUSES)[number]
