import Taro from '@tarojs/taro'
import { useEffect, useMemo } from 'react'
import type { GlyphsView } from '../../contract/design-views'
import { charactersOf, FACES, type Face } from '../../domain/imprint/imprint'
import { POLICY } from '../../domain/policy'
import { parsePath } from '../../imprint/outline/parse-path'
import type { Glyph, Typeface } from '../../imprint/typeset/typeface'
import { call } from '../cloud/door'
import { createStore, useStore } from '../state/store'
import { keepUnder } from '../state/stored'

type Outline = GlyphsView['glyphs'][string]

/** What this phone knows of one face, as it is stored: newest characters last. */
interface Shelf {
  unitsPerEm: number
  glyphs: Map<string, Outline>
}

/** A shelf in the phone's storage; pairs, because an object would put digits before everything else. */
interface Kept {
  unitsPerEm: number
  pairs: [string, Outline][]
}

/** Characters of one face that are kept; an outline is up to 3 KB and a phone stores 1 MB under a key. */
const MOST_KEPT = 150

/** Keys typed within this time are asked for together. */
const GATHER_MS = 40

const shelves = new Map<Face, Shelf>()
const wanted = new Map<Face, Set<string>>()
const asked = new Set<string>()
const failed = new Set<string>()
/** The characters being drawn, which stay whatever comes. */
const drawn = new Map<Face, string>()
const turn = createStore(0)
let timer: ReturnType<typeof setTimeout> | undefined

const keyOf = (face: Face) => `glyphs-${face}`
const nameOf = (face: Face, char: string) => `${face} ${char}`
const changed = () => turn.set(turn.get() + 1)

function shelfOf(face: Face): Shelf {
  const known = shelves.get(face)
  if (known) return known
  const kept = Taro.getStorageSync(keyOf(face)) as Partial<Kept> | ''
  const { unitsPerEm = 1000, pairs = [] } = kept || {}
  const shelf: Shelf = { unitsPerEm, glyphs: new Map(pairs) }
  shelves.set(face, shelf)
  return shelf
}

/** Asks for the outlines of characters that are not here yet and not on their way. */
export function wantGlyphs(face: Face, chars: readonly string[]): void {
  const { glyphs } = shelfOf(face)
  const lacking = chars.filter((char) => !glyphs.has(char) && !asked.has(nameOf(face, char)))
  if (lacking.length === 0) return
  const queue = wanted.get(face) ?? new Set()
  wanted.set(face, queue)
  for (const char of lacking) {
    queue.add(char)
    asked.add(nameOf(face, char))
    failed.delete(nameOf(face, char))
  }
  timer ??= setTimeout(fetchWanted, GATHER_MS)
}

function fetchWanted(): void {
  timer = undefined
  for (const [face, chars] of wanted) {
    const all = [...chars]
    for (let at = 0; at < all.length; at += POLICY.mostGlyphs)
      void fetchGlyphs(face, all.slice(at, at + POLICY.mostGlyphs))
  }
  wanted.clear()
}

/** Takes the oldest out of a full shelf, none of those that are needed now. */
function drop({ glyphs }: Shelf, needed: ReadonlySet<string>): void {
  const old = [...glyphs.keys()].filter((char) => !needed.has(char))
  old.slice(0, Math.max(0, glyphs.size - MOST_KEPT)).forEach((char) => glyphs.delete(char))
}

async function fetchGlyphs(face: Face, chars: string[]): Promise<void> {
  try {
    const { unitsPerEm, glyphs } = await call('design.glyphs', { face, characters: chars.join('') })
    const shelf = { unitsPerEm, glyphs: new Map([...shelfOf(face).glyphs, ...Object.entries(glyphs)]) }
    drop(shelf, new Set([...chars, ...(drawn.get(face) ?? '')]))
    shelves.set(face, shelf)
    keepUnder(keyOf(face), { unitsPerEm, pairs: [...shelf.glyphs] } satisfies Kept)
    chars.filter((char) => !shelf.glyphs.has(char)).forEach((char) => failed.add(nameOf(face, char)))
  } catch {
    chars.forEach((char) => failed.add(nameOf(face, char)))
  } finally {
    chars.forEach((char) => asked.delete(nameOf(face, char)))
    changed()
  }
}

const opened = new WeakMap<object, Glyph>()

function open(outline: Exclude<Outline, null>): Glyph {
  const known = opened.get(outline) ?? { path: parsePath(outline.d) ?? [], advance: outline.advance }
  opened.set(outline, known)
  return known
}

/** A face as far as this phone knows it: characters that have not come yet count as missing. */
function typefaceOf(face: Face): Typeface {
  const { unitsPerEm, glyphs } = shelfOf(face)
  return {
    unitsPerEm,
    glyph: (char) => {
      const outline = glyphs.get(char)
      return outline ? open(outline) : null
    },
  }
}

export interface Outlines {
  typeface: Typeface
  /** Some characters of the text have not come yet. */
  waiting: boolean
  /** Some could not be fetched. */
  failed: boolean
  retry: () => void
}

/** A face with the outlines of a text, drawn again as they come. Other characters of it may be there or not. */
export function useTypeface(face: Face, text: string): Outlines {
  const version = useStore(turn)
  const chars = charactersOf(text).join('')
  useEffect(() => {
    drawn.set(face, chars)
    wantGlyphs(
      face,
      [...chars].filter((char) => !failed.has(nameOf(face, char))),
    )
  }, [face, chars, version])
  return useMemo(() => {
    const { glyphs } = shelfOf(face)
    const lacking = [...chars].filter((char) => !glyphs.has(char))
    const lost = lacking.some((char) => failed.has(nameOf(face, char)))
    return {
      typeface: typefaceOf(face),
      waiting: lacking.length > 0 && !lost,
      failed: lost,
      retry: () => wantGlyphs(face, lacking),
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `version` says that a shelf has changed
  }, [face, chars, version])
}

/** Each face with the outline of one character, for its sample. */
export function useSamples(char: string): Record<Face, Typeface> {
  const version = useStore(turn)
  useEffect(() => {
    for (const face of FACES) wantGlyphs(face, failed.has(nameOf(face, char)) ? [] : [char])
  }, [char, version])
  return useMemo(
    () => Object.fromEntries(FACES.map((face) => [face, typefaceOf(face)])) as Record<Face, Typeface>,
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `version` says that a shelf has changed
    [char, version],
  )
}

/** Forgets everything, as a phone that has never written. For tests. */
export function forgetGlyphs(): void {
  clearTimeout(timer)
  timer = undefined
  ;[wanted, shelves, asked, failed, drawn].forEach((kept) => kept.clear())
  for (const face of FACES) Taro.setStorageSync(keyOf(face), '')
}
