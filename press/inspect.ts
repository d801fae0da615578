import { createReadStream, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { isBlank, maskOfPicture } from '../imprint/inspection/design-picture'
import { inspectPhoto, type KnownDesign } from '../imprint/inspection/inspect'
import { reachOn } from '../imprint/stencil/make-stencil'
import { readInspectOptions, readJob, type InspectJob } from './inspect-options'
import { readPicture } from './photo'
import { WrongOption } from './wrong-option'

/** Designs kept between the lines of a list. */
const MOST_DESIGNS = 64

/**
 * `npm run --silent inspect -- --photo p.jpg --design d.png --against a.png`: prints one JSON line with verdict, score,
 * reason and the design that the fruit looks like. `--list jobs.jsonl` answers one line each. Ends with 0 when everything
 * was answered, 2 for a wrong option or a file that cannot be read.
 */
async function main(): Promise<void> {
  const order = readInspectOptions(process.argv.slice(2))
  if (order.kind === 'one') {
    say(() => order.job, [])
    return
  }
  const list = order.file === '-' ? null : found(order.file, [], WrongOption)
  const lines = createInterface({ input: list === null ? process.stdin : createReadStream(list) })
  const fromList = list === null ? [] : [dirname(list)]
  for await (const line of lines) if (line.trim() !== '') say(() => readJob(line), fromList)
}

/** Answers one job on one line. A job that cannot be answered has its line too. */
function say(jobOf: () => InspectJob, folders: readonly string[]): void {
  try {
    console.log(JSON.stringify(answer(jobOf(), folders)))
  } catch (error) {
    const code = error instanceof WrongOption ? 'wrongLine' : 'unreadable'
    const unread = { verdict: 'unsure', score: 0, reason: 'unreadable', looksLike: null }
    console.log(JSON.stringify({ ...unread, error: { code, message: (error as Error).message } }))
    process.exitCode = 2
  }
}

function answer({ photo, design, against, laser, fruitMm }: InspectJob, folders: readonly string[]) {
  const claim = knownDesign(design, folders)
  if (claim.blank) throw new Error(`${design} is all of one tone; a design is drawn black on white`)
  // A blank sheet among the others is on no fruit, but skin is as even as it is.
  const others = [...new Set(against)].map((file) => knownDesign(file, folders)).filter(({ blank }) => !blank)
  const picture = readPicture(found(photo, folders))
  const { verdict, score, reason, looksLike } = inspectPhoto({
    photo: picture,
    design: claim,
    others,
    ...(laser === undefined ? {} : { mark: laser ? 'dark' : 'pale' }),
    ...(fruitMm === undefined ? {} : { reach: reachOn(fruitMm) }),
  })
  return { verdict, score: Math.round(score * 1000) / 1000, reason, looksLike }
}

interface ReadDesign extends KnownDesign {
  blank: boolean
}

const designs = new Map<string, ReadDesign>()

/** A design by the name it was given; read again only when its file has changed. */
function knownDesign(file: string, folders: readonly string[]): ReadDesign {
  const path = found(file, folders)
  const { mtimeMs, size } = statSync(path)
  const key = [path, mtimeMs, size].join(' ')
  const known = designs.get(key)
  designs.delete(key)
  const read = known ?? readDesign(path)
  const design = read.id === file ? read : { ...read, id: file }
  designs.set(key, design)
  for (const oldest of designs.keys()) {
    if (designs.size <= MOST_DESIGNS) break
    designs.delete(oldest)
  }
  return design
}

function readDesign(path: string): ReadDesign {
  const mask = maskOfPicture(readPicture(path))
  return { id: path, mask, blank: isBlank(mask) }
}

/** npm works in the package's own folder, wherever it was called from; files are named from there too. */
const HERE = ['.', process.env.INIT_CWD ?? '.']

/** A file as named from here, or else from beside the list; whatever a shell hands over in place of a file will do. */
function found(file: string, folders: readonly string[], Missing = Error): string {
  const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === false
  const path = [...HERE, ...folders].map((folder) => resolve(folder, file)).find(isFile)
  if (path === undefined) throw new Missing(`there is no file ${file}`)
  return path
}

main().catch((error: unknown) => {
  if (!(error instanceof WrongOption)) throw error
  console.error(error.message)
  process.exitCode = 2
})
