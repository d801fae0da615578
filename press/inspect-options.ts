import { parseArgs } from 'node:util'
import { WrongOption } from './wrong-option'

/** Files of one inspection, as they were given, and what fruit it is where it is not an apple grown under a film. */
export interface InspectJob {
  photo: string
  design: string
  against: readonly string[]
  /** Whether the mark is a laser's; as the skin suggests where it is not said. */
  laser?: boolean
  /** Usual width of the fruit, mm. */
  fruitMm?: number
}

export type InspectOrder = { kind: 'one'; job: InspectJob } | { kind: 'list'; file: string }

const text = { type: 'string' } as const

/**
 * Reads `--photo p.jpg --design d.png --against a.png b.png --against c.png [--laser] [--fruit-mm 160]`, or
 * `--list jobs.jsonl` (`-` is standard input). Throws WrongOption.
 */
export function readInspectOptions(args: string[]): InspectOrder {
  const { values, tokens } = parse(args)
  for (const name of ['photo', 'design', 'list', 'fruit-mm'] as const) {
    if (tokens.filter((token) => token.kind === 'option' && token.name === name).length > 1)
      throw new WrongOption(`give --${name} once; many inspections go into a --list`)
  }
  if (values.list !== undefined) {
    if (tokens.some((token) => token.kind === 'positional' || (token.kind === 'option' && token.name !== 'list')))
      throw new WrongOption('--list names everything itself: give it alone')
    return { kind: 'list', file: values.list }
  }
  if (values.photo === undefined) throw new WrongOption('give --photo and --design, or --list')
  if (values.design === undefined) throw new WrongOption('give --design')
  const { photo, design, laser, 'fruit-mm': fruitMm } = values
  const fruit = { ...(laser === undefined ? {} : { laser }), ...sizeIn(fruitMm, '--fruit-mm') }
  return { kind: 'one', job: { photo, design, against: againstOf(tokens), ...fruit } }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        photo: text,
        design: text,
        against: { ...text, multiple: true },
        list: text,
        laser: { type: 'boolean' },
        'fruit-mm': text,
      },
      allowPositionals: true,
      tokens: true,
    })
  } catch (error) {
    throw new WrongOption((error as Error).message)
  }
}

/** Files after `--against`: as many as come before the next option. */
function againstOf(tokens: ReturnType<typeof parse>['tokens']): string[] {
  const files: string[] = []
  let open = false
  for (const token of tokens) {
    if (token.kind === 'option') {
      open = token.name === 'against'
      if (open && token.value !== undefined) files.push(token.value)
    } else if (token.kind === 'positional') {
      if (!open) throw new WrongOption(`${token.value} stands alone; several files may follow --against only`)
      files.push(token.value)
    }
  }
  return files
}

const LEAST_MM = 40
const MOST_MM = 250

function sizeIn(said: unknown, name: string): Pick<InspectJob, 'fruitMm'> {
  if (said === undefined || said === null) return {}
  const fruitMm = typeof said === 'string' || typeof said === 'number' ? Number(said) : NaN
  if (!(fruitMm >= LEAST_MM && fruitMm <= MOST_MM))
    throw new WrongOption(`${name} is the width of the fruit, ${LEAST_MM} to ${MOST_MM} mm`)
  return { fruitMm }
}

/** One line of a list: `{"photo", "design", "against": […], "laser": true, "fruitMm": 160}`, the last three as needed. Throws WrongOption. */
export function readJob(line: string): InspectJob {
  const said = objectOf(line)
  const { photo, design } = said
  const against = said.against ?? []
  const laser = said.laser ?? undefined
  if (typeof photo !== 'string' || typeof design !== 'string')
    throw new WrongOption('a line names "photo" and "design"')
  if (!Array.isArray(against) || !against.every((file): file is string => typeof file === 'string'))
    throw new WrongOption('"against" is a list of files')
  if (laser !== undefined && typeof laser !== 'boolean') throw new WrongOption('"laser" is true or false')
  return { photo, design, against, ...(laser === undefined ? {} : { laser }), ...sizeIn(said.fruitMm, '"fruitMm"') }
}

function objectOf(line: string): Record<string, unknown> {
  try {
    // Some editors begin a file with a mark of their own.
    const said: unknown = JSON.parse(line.replace(/^\uFEFF/, ''))
    if (typeof said === 'object' && said !== null) return said as Record<string, unknown>
  } catch {
    throw new WrongOption('a line is one JSON object')
  }
  throw new WrongOption('a line is one JSON object')
}
