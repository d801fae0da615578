import { parseArgs } from 'node:util'
import { LOOK_IDS, LOOKS, type LookId } from '../imprint/fruit/looks'
import type { Direction } from '../domain/imprint/imprint'
import { CUT_FACES, type CutFace } from '../imprint/typeset/faces'
import { WrongOption } from './wrong-option'

/** What the command line was asked for. Lengths in mm. */
export interface StencilOrder {
  design: { kind: 'text'; text: string; face: CutFace; direction: Direction } | { kind: 'photo'; file: string }
  fruit: { look: LookId; diameterMm: number }
  code: string
  count: number
  files: { svg?: string; png?: string; pdf?: string }
}

const MOST_STICKERS = 2000

/** Reads the options. Throws WrongOption. */
export function readOptions(args: string[]): StencilOrder {
  const { values } = parse(args)
  const face = values.face ?? 'song'
  if (!isFace(face)) throw new WrongOption(`--face is one of ${CUT_FACES.join(', ')}`)
  if ((values.text === undefined) === (values.photo === undefined)) throw new WrongOption('give --text or --photo')
  const count = Number(values.count ?? 1)
  if (!Number.isInteger(count) || count < 1 || count > MOST_STICKERS)
    throw new WrongOption(`--count is a whole number from 1 to ${MOST_STICKERS}`)
  const direction = values.down ? 'columns' : 'rows'
  return {
    design:
      values.photo === undefined
        ? { kind: 'text', text: values.text ?? '', face, direction }
        : { kind: 'photo', file: values.photo },
    fruit: readFruit(values.fruit ?? 'fuji-80'),
    code: values.code ?? 'GY00-000000',
    count,
    files: { svg: values.svg, png: values.png, pdf: values.pdf },
  }
}

function parse(args: string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args,
      options: {
        text,
        photo: text,
        face: text,
        fruit: text,
        code: text,
        count: text,
        svg: text,
        png: text,
        pdf: text,
        down: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new WrongOption((error as Error).message)
  }
}

function readFruit(said: string): StencilOrder['fruit'] {
  const [, look, size] = /^([a-z]+)-(\d{2,3})$/.exec(said) ?? []
  if (!isLook(look)) throw new WrongOption(`--fruit is <variety>-<mm>, the variety one of ${LOOK_IDS.join(', ')}`)
  const diameterMm = Number(size)
  if (diameterMm < 40 || diameterMm > 200) throw new WrongOption('a fruit is 40 to 200 mm wide')
  return { look, diameterMm }
}

const isFace = (name: string): name is CutFace => (CUT_FACES as readonly string[]).includes(name)
const isLook = (name: string | undefined): name is LookId => name !== undefined && Object.keys(LOOKS).includes(name)
