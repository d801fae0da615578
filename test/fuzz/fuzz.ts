import fc from 'fast-check'
import { procedures, type FunctionName, type ProcedureName } from '../../contract'
import { PROVINCES } from '../../domain/catalogue/freight'
import { FANG, LIN, QIXIA } from '../stories/world'
import type { Galleries } from './furnish'
import { goodInputs } from './good-inputs'
import { faultOf } from './judge'
import { nasty, type Json } from './nasty'
import { spoiledInputs } from './spoiled'
import type { Stage } from './stage'
import { validInputs, type Plausible } from './valid'

const WHO = { shopper: LIN, merchant: FANG, orchard: QIXIA }

/** Values by field that name something that is there, of both shoppers. */
function plausibleOf({ lin, chen }: Galleries): Plausible {
  const both = [lin, chen]
  const parcels = both.flatMap(({ parcels: byState, claims }) => [...Object.values(byState), ...Object.values(claims)])
  return {
    key: ['fuzz-key-1', lin.pictureId],
    no: both.flatMap((gallery) => Object.values(gallery.orders)),
    id: [...parcels, ...both.flatMap((gallery) => Object.values(gallery.messages)), 'fuji', 'gala'],
    productId: ['fuji', 'huaniu', 'hongxiangsu', 'fuji-xi-ready'],
    packId: ['two', 'six', 'twelve'],
    pictureId: both.map(({ pictureId }) => pictureId),
    fileId: both.map(({ person }) => person.files.design),
    photo: both.map(({ person }) => person.files.photo),
    code: both.flatMap(({ codes }) => codes),
    province: PROVINCES,
    phone: ['13812345678'],
    photos: both.map(({ person }) => person.files.photo),
    fen: [1, 100],
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
  galleries: Galleries,
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
