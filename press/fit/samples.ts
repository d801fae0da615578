import type { OpinionReason } from '../../domain/inspection/opinion'
import { EVIDENCE_NAMES, type EvidenceName } from '../../imprint/inspection/evidence-names'

/** A judged photo: what the machine measured, and what the fruit really was. */
export interface Sample {
  evidence: Readonly<Record<EvidenceName, number>>
  right: boolean
  /** Weights are fitted on the one half and tried on the other; all photos of a parcel are in the same. */
  half: 'fit' | 'trial'
}

/** What was read, and what was left out or filled in and why, in the order it was found. */
export interface Read {
  samples: Sample[]
  decisions: number
  notes: string[]
}

type Loose = Record<string, unknown>

/** What one line says before its evidence is looked at; a text says why it is left out. */
type Judged = { evidence: unknown; right: boolean; half: Sample['half'] } | string

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads the collection `comparisons` as the WeChat console exports it: one document a line. Fields that are not needed are
 * passed over.
 */
export const readComparisons = (text: string): Read => read(text, ofComparison)

/** Reads the rows that `test/bench/inspection.ts` keeps: even seeds are for fitting, odd ones for the trial. */
export const readRows = (text: string): Read => read(text, ofRow)

/** Opinions that are about the photo. */
const OF_BAD_PHOTOS: readonly string[] = ['blurred', 'tooFaint'] satisfies OpinionReason[]

function ofComparison(doc: Loose): Judged {
  if (!isObject(doc.decision)) return 'without a decision'
  if (!isObject(doc.opinion)) return 'without an opinion'
  const right = doc.decision.verdict === 'consistent'
  if (!right && doc.decision.verdict !== 'inconsistent')
    return 'with a decision that is neither consistent nor inconsistent'
  if (!right && doc.decision.cause === 'fruit') return 'rejected for the fruit, not for its imprint'
  if (OF_BAD_PHOTOS.includes(String(doc.opinion.reason))) return 'of photos that nobody can judge'
  if (!right && doc.opinion.reason === 'faded') return 'of faded imprints, which contrast decides'
  if (!right && doc.opinion.reason === 'offPlace') return 'of imprints that are right but off their place'
  // Between designs that are much alike the pair test decides, not the weights.
  if (!right && typeof doc.opinion.looksLike === 'string') return 'in which another design of the batch was named'
  const parcel = typeof doc.fulfilmentId === 'string' ? doc.fulfilmentId : String(doc._id).split(':')[0]
  return { evidence: doc.opinion.evidence, right, half: hashOf(parcel) % 2 === 0 ? 'fit' : 'trial' }
}

/** What the generator dealt that the weights have nothing to say about. */
const BAD_PHOTOS = ['glare', 'farSide', 'blurred']

function ofRow({ sort, fault, seed, evidence }: Loose): Judged {
  if (sort === 'twin' || sort === 'twinUnknown') return 'of look-alikes, between which the pair test decides'
  if (sort === 'right' && fault === 'faded') return 'of faded imprints, which contrast decides'
  if (sort === 'right' && BAD_PHOTOS.includes(String(fault))) return 'of right fruit on photos that nobody can judge'
  return { evidence, right: sort === 'right' && fault === 'none', half: Number(seed) % 2 === 0 ? 'fit' : 'trial' }
}

function read(text: string, judge: (doc: Loose) => Judged): Read {
  const left = new Map<string, number>()
  const leaveOut = (why: string) => left.set(why, (left.get(why) ?? 0) + 1)
  const judged = text.split('\n').flatMap((line, i) => {
    if (!line.trim()) return []
    const doc = parsed(line)
    if (!doc) throw new Error(`line ${i + 1} is no JSON object`)
    const said = judge(doc)
    if (typeof said !== 'string') return [said]
    leaveOut(said)
    return []
  })
  const measured = judged.filter(({ evidence }) => {
    const any = isObject(evidence) && Object.values(evidence).some((value) => typeof value === 'number' && value !== 0)
    if (!any) leaveOut('on which nothing was measured')
    return any
  }) as { evidence: Loose; right: boolean; half: Sample['half'] }[]
  const { samples, notes } = filledIn(measured)
  const leftOut = [...left].map(([why, count]) => `${count} left out: ${why}`)
  return { samples, decisions: judged.length, notes: [...leftOut, ...notes] }
}

/** Numbers that an older version did not measure take the mean of the others; numbers nobody knows any more are dropped. */
function filledIn(rows: readonly { evidence: Loose; right: boolean; half: Sample['half'] }[]) {
  const notes: string[] = []
  const unknown = new Map<string, number>()
  for (const { evidence } of rows) {
    for (const name of Object.keys(evidence)) {
      if (!(EVIDENCE_NAMES as readonly string[]).includes(name)) unknown.set(name, (unknown.get(name) ?? 0) + 1)
    }
  }
  for (const [name, count] of unknown) notes.push(`${name} is not known and was passed over, ${count} times`)
  const samples = rows.map((row) => ({ ...row, evidence: {} as Record<EvidenceName, number> }))
  for (const name of EVIDENCE_NAMES) {
    const known = rows.flatMap(({ evidence }) => numberIn(evidence, name) ?? [])
    const mean = known.reduce((sum, value) => sum + value, 0) / (known.length || 1)
    rows.forEach(({ evidence }, i) => (samples[i].evidence[name] = numberIn(evidence, name) ?? mean))
    const missing = rows.length - known.length
    if (missing > 0) notes.push(`${name} is missing in ${missing} and was taken as the mean of the others`)
  }
  return { samples, notes }
}

function numberIn(evidence: Loose, name: string): number | null {
  const value = evidence[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

function parsed(line: string): Loose | null {
  try {
    const value: unknown = JSON.parse(line)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}
