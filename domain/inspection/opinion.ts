import type { Words } from '../words'

/** What a photo says of a fruit and its order: the machine may also say that it cannot tell (I2). */
export const OPINION_WORDS = {
  consistent: { zh: '看着一致', en: 'Looks right' },
  inconsistent: { zh: '看着不一致', en: 'Looks wrong' },
  unsure: { zh: '看不准', en: 'Cannot tell' },
} as const satisfies Record<string, Words>
export type OpinionVerdict = keyof typeof OPINION_WORDS

/** Why, in a few words. Of what does not match the order, an inspector may send the words on to the orchard as they are. */
export const OPINION_REASONS = {
  matches: { zh: '和订单一样', en: 'The same as ordered' },
  wrongDesign: { zh: '字或图不对', en: 'Another design' },
  mirrored: { zh: '字印反了（镜像）', en: 'Mirrored' },
  partMissing: { zh: '缺了一块', en: 'A part is missing' },
  faded: { zh: '印得太淡', en: 'Too faded' },
  offPlace: { zh: '位置偏了', en: 'Off its place' },
  upsideDown: { zh: '字是倒的，请看果柄是否朝上', en: 'Upside down; is the stem up?' },
  glare: { zh: '反光挡住了，换个角度', en: 'Glare hides it; change the angle' },
  tooFaint: { zh: '太淡，看不清', en: 'Too faint to see' },
  blurred: { zh: '拍糊了，拿稳再拍', en: 'Out of focus; hold still and take another' },
  notFound: {
    zh: '没找到印的字，放进圆圈、正对镜头再拍',
    en: 'No imprint found; put it into the circle, facing the camera',
  },
  turnedAway: { zh: '字转到边上了，正对镜头再拍', en: 'Turned away; let the imprint face the camera' },
  lookAlike: { zh: '有个很像的图样，请人看一眼', en: 'Another design is too much alike; please look' },
  doubtful: { zh: '有一处对不准，请人看一眼', en: 'One spot is doubtful; please look' },
} as const satisfies Record<string, Words>
export type OpinionReason = keyof typeof OPINION_REASONS

/** How the machine's opinion stood to the person's decision; an opinion that could not tell counts for neither. */
export type Agreement = 'agreed' | 'differed' | 'unsure'

/** Compares the machine's opinion with what the person decided. */
export function agreementOf(machine: OpinionVerdict, person: 'consistent' | 'inconsistent'): Agreement {
  if (machine === 'unsure') return 'unsure'
  return machine === person ? 'agreed' : 'differed'
}

/**
 * Until so many decisions are in, the machine only advises; from then on, as long as this share of people agreed with it, its
 * opinion is proposed as the decision (I2). Where it could not tell, nothing was learnt.
 */
export const ADVICE_DECISIONS = 200
const PROPOSING_AGREEMENT = 0.95

export type MachineRole = 'advises' | 'proposes'

/** How often people have agreed and differed with the machine so far. */
export type Learnt = Partial<Record<Agreement, number>>

/** Decisions that say whether the machine is right. */
export const decisionsIn = ({ agreed = 0, differed = 0 }: Learnt): number => agreed + differed

/** What the machine's word is worth after these decisions of people. */
export function roleAfter(learnt: Learnt): MachineRole {
  const decisions = decisionsIn(learnt)
  const agreed = (learnt.agreed ?? 0) / Math.max(1, decisions)
  return decisions >= ADVICE_DECISIONS && agreed >= PROPOSING_AGREEMENT ? 'proposes' : 'advises'
}
