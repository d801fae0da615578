import fc from 'fast-check'
import { procedures, type FunctionName, type ProcedureName } from '../../contract'
import { PROVINCES } from '../../domain/catalogue/freight'
import { CHEN, FANG, LIN, QIXIA, TIANSHUI } from '../stories/world'
import { galleryOf, goodInputs, type Gallery, type Person } from './gallery'
import { faultOf } from './judge'
import { nasty, type Json } from './nasty'
import { spoiledInputs } from './spoiled'
import type { Stage } from './stage'
import { validInputs, type Plausible } from './valid'

const WHO = { shopper: LIN, merchant: FANG, orchard: QIXIA }

/** The two shoppers of every stage. Nothing either of them says occurs anywhere else. */
export function people(fileOf: (name: string) => string): { lin: Person; chen: Person } {
  const person = (openid: string, text: string, phone: string, sign: string): Person => ({
    openid,
    text,
    remark: `${sign}-remark`,
    address: {
      name: `林${sign}`,
      phone,
      province: '浙江',
      city: '杭州市',
      district: '西湖区',
      detail: `${sign} 路 100 号`,
    },
    files: { fileId: fileOf(`${sign}-stencil.png`), originalId: fileOf(`${sign}-photo.jpg`) },
  })
  return {
    lin: person(LIN, '林家快乐', '13812345678', 'PLANTED-LIN'),
    chen: person(CHEN, '陈家平安', '13987654321', 'PLANTED-CHEN'),
  }
}

/** Both shoppers' galleries: Qixia has one's work, Tianshui the other's, which Qixia has declined. */
export async function furnish(
  stage: Stage,
  fileOf: (name: string) => string,
): Promise<{ lin: Gallery; chen: Gallery }> {
  const { lin, chen } = people(fileOf)
  const galleries = {
    lin: await galleryOf(stage.world, lin, { orchard: QIXIA, declining: null }),
    chen: await galleryOf(stage.world, chen, { orchard: TIANSHUI, declining: QIXIA }),
  }
  stage.keep()
  return galleries
}

/** Values by field that name something that is there, of both shoppers. */
function plausibleOf({ lin, chen }: { lin: Gallery; chen: Gallery }): Plausible {
  const both = [lin, chen]
  const parcels = both.flatMap((gallery) => Object.values(gallery.parcels))
  return {
    key: ['fuzz-key-1', lin.pictureId],
    no: both.flatMap((gallery) => Object.values(gallery.orders)),
    id: [...parcels, ...both.flatMap((gallery) => Object.values(gallery.messages)), 'fuji', 'gala'],
    productId: ['fuji', 'huaniu', 'hongxiangsu', 'fuji-xi-ready'],
    packId: ['two', 'six', 'twelve'],
    pictureId: both.map(({ pictureId }) => pictureId),
    fileId: both.map(({ person }) => person.files.fileId),
    originalId: both.map(({ person }) => person.files.originalId),
    photo: both.map(({ person }) => person.files.originalId),
    code: both.flatMap(({ codes }) => codes),
    province: PROVINCES,
    phone: ['13812345678'],
    carrier: ['SF', 'EMS', 'constructor'],
    waybill: ['SF1234567890', 'sf 1234 5678 90'],
    expectedTotalFen: [lin.placing.expectedTotalFen],
    createdAt: ['2026-09-05T01:00:00.000Z'],
  }
}

/**
 * Asks one procedure `count` times with inputs made from its own schema and from a good one, each in the same world.
 * Throws at the first that is not answered well, with the seed, its number and the input. Answers how often each code
 * was given, good answers as `ok`.
 */
export async function fuzz(
  stage: Stage,
  galleries: { lin: Gallery; chen: Gallery },
  name: ProcedureName,
  { count, seed }: { count: number; seed: number },
): Promise<Record<string, number>> {
  const { fn, caller, input: schema } = procedures[name]
  const good = fc.oneof(
    { weight: 2, arbitrary: fc.constant(goodInputs(galleries.lin)[name] as unknown as Json) },
    { weight: 1, arbitrary: validInputs(schema, plausibleOf(galleries)) },
  )
  const said: Record<string, number> = {}
  for (const [i, sample] of fc.sample(spoiledInputs(good), { numRuns: count, seed }).entries()) {
    // What crosses the wire is JSON.
    const input = JSON.parse(JSON.stringify(sample)) as Json
    const fault = await ask(input).catch((error: Error) => `broke the function: ${error.message}`)
    if (!fault) continue
    const shown = JSON.stringify(input).slice(0, 2_000)
    throw new Error(
      `${name}: input ${i + 1} of ${count} ${fault}\n${shown}\nReplay: GUOYIN_SEED=${seed} and -t ${name}`,
    )
  }

  return said

  async function ask(input: Json): Promise<string | null> {
    const answer = await stage.send(WHO[caller], fn, { procedure: name, input })
    const code = (answer as { error?: { code?: string } } | null)?.error?.code ?? 'ok'
    said[code] = (said[code] ?? 0) + 1
    return faultOf(name, input, answer, await stage.undo())
  }
}

/** Calls a function `count` times with events that name no procedure. Throws at the first that is not PROCEDURE_UNKNOWN. */
export async function knock(
  stage: Stage,
  fn: FunctionName,
  { count, seed }: { count: number; seed: number },
): Promise<void> {
  // WeChat puts its own fields beside what a client sent, so an event is always an object.
  const events = fc.oneof(
    nasty.map((procedure): Json => ({ procedure, input: {} })),
    nasty.map(
      (value): Json => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : { value }),
    ),
  )
  for (const [i, event] of fc.sample(events, { numRuns: count, seed }).entries()) {
    const answer = await stage.send(LIN, fn, JSON.parse(JSON.stringify(event))).catch((error: Error) => error.message)
    const code = (answer as { error?: { code?: string } } | null)?.error?.code
    const changed = await stage.undo()
    if (code === 'PROCEDURE_UNKNOWN' && changed.length === 0) continue
    throw new Error(`${fn}: event ${i + 1} got ${JSON.stringify(answer)}\n${JSON.stringify(event).slice(0, 2_000)}`)
  }
}
