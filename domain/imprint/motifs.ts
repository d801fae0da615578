import type { Words } from '../words'

/** Ready pictures that may be grown on a fruit, in the order the studio shows them. Their art is in `imprint/motif`. */
export const MOTIFS = [
  { id: 'double-happiness', words: { zh: '囍', en: 'Double happiness' } },
  { id: 'heart', words: { zh: '爱心', en: 'Heart' } },
  { id: 'star', words: { zh: '星星', en: 'Star' } },
  { id: 'moon', words: { zh: '月亮', en: 'Moon' } },
  { id: 'sun', words: { zh: '太阳', en: 'Sun' } },
  { id: 'plum-blossom', words: { zh: '梅花', en: 'Plum blossom' } },
  { id: 'lotus', words: { zh: '莲花', en: 'Lotus' } },
  { id: 'dove', words: { zh: '白鸽', en: 'Dove' } },
  { id: 'fish', words: { zh: '年年有余', en: 'Fish of plenty' } },
  { id: 'lantern', words: { zh: '灯笼', en: 'Lantern' } },
  { id: 'cake', words: { zh: '蛋糕', en: 'Cake' } },
  { id: 'gift', words: { zh: '礼物', en: 'Gift' } },
  { id: 'apple', words: { zh: '苹果', en: 'Apple' } },
  { id: 'rat', words: { zh: '鼠', en: 'Rat' } },
  { id: 'ox', words: { zh: '牛', en: 'Ox' } },
  { id: 'tiger', words: { zh: '虎', en: 'Tiger' } },
  { id: 'rabbit', words: { zh: '兔', en: 'Rabbit' } },
  { id: 'dragon', words: { zh: '龙', en: 'Dragon' } },
  { id: 'snake', words: { zh: '蛇', en: 'Snake' } },
  { id: 'horse', words: { zh: '马', en: 'Horse' } },
  { id: 'goat', words: { zh: '羊', en: 'Goat' } },
  { id: 'monkey', words: { zh: '猴', en: 'Monkey' } },
  { id: 'rooster', words: { zh: '鸡', en: 'Rooster' } },
  { id: 'dog', words: { zh: '狗', en: 'Dog' } },
  { id: 'pig', words: { zh: '猪', en: 'Pig' } },
] as const satisfies readonly { id: string; words: Words }[]

export type MotifId = (typeof MOTIFS)[number]['id']

/** What a motif is called. */
export function motifName(motif: MotifId): Words {
  return MOTIFS.find(({ id }) => id === motif)?.words ?? { zh: motif, en: motif }
}

/** Frames that may stand around a text. */
export const FRAMES = [
  { id: 'ring', words: { zh: '圆环', en: 'Ring' } },
  { id: 'wreath', words: { zh: '花环', en: 'Wreath' } },
] as const satisfies readonly { id: string; words: Words }[]

export type FrameId = (typeof FRAMES)[number]['id']

export const MOTIF_IDS: readonly MotifId[] = MOTIFS.map(({ id }) => id)
export const FRAME_IDS: readonly FrameId[] = FRAMES.map(({ id }) => id)
