import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ADVICE_DECISIONS } from '../../domain/inspection/opinion'
import { WEIGHTS, type Weights } from '../../imprint/inspection/weights'
import { readComparisons, readRows } from './samples'
import { refit, type Score } from './refit'
import { WrongOption } from '../wrong-option'

/**
 * `npm run --silent fit-inspection -- comparisons.jsonl [--out weights.json|imprint/inspection/weights.ts] [--force]`: fits
 * the weights of the inspection to what people decided (the collection `comparisons`, exported as JSON lines), prints how
 * often they agree before and after on the half that nothing was fitted on, and writes the weights. `--rows` reads the rows of
 * `test/bench/inspection.ts` instead. Throws WrongOption, or an error that says why it refuses.
 */
export function fitInspection(args: string[], say: (line: string) => void): void {
  const { files, out, force, rows } = optionsIn(args)
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n')
  const { samples, decisions, notes } = rows ? readRows(text) : readComparisons(text)
  say(`${decisions} decisions, ${samples.length} with evidence`)
  for (const note of notes) say(`  ${note}`)
  if (samples.length < ADVICE_DECISIONS && !force)
    throw new Error(
      `${samples.length} decisions are too few: ${ADVICE_DECISIONS} are needed (--force fits them all the same)`,
    )
  const { weights, fitted, before, after } = refit(samples, WEIGHTS)
  say(`fitted on ${fitted}, tried on the other ${samples.length - fitted}:`)
  say(`  before: ${said(before)}`)
  say(`  after:  ${said(after)}`)
  if (out) write(out, weights)
  else say(JSON.stringify(weights, null, 2))
}

function optionsIn(args: string[]) {
  const { values, positionals } = parse(args)
  const files = [...positionals, ...(values.rows === undefined ? [] : [values.rows])]
  if (files.length === 0) throw new WrongOption('name a file of JSON lines')
  for (const file of files) if (!existsSync(file)) throw new WrongOption(`there is no file ${file}`)
  return { files, out: values.out, force: values.force ?? false, rows: values.rows !== undefined }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { out: { type: 'string' }, force: { type: 'boolean' }, rows: { type: 'string' } },
    })
  } catch (error) {
    throw new WrongOption(error instanceof Error ? error.message : String(error))
  }
}

function said({ right, rightPassed, wrong, wrongPassed, agreement }: Score): string {
  return `${rightPassed} of ${right} right passed, ${wrongPassed} of ${wrong} wrong passed, agreement ${(100 * agreement).toFixed(1)} %`
}

const LITERAL = /(export const WEIGHTS: Weights = )\{\n[^]*?\n\}/

/** As JSON, or in the place of the weights of a TypeScript file. */
function write(file: string, weights: Weights): void {
  const json = JSON.stringify(weights, null, 2)
  if (!file.endsWith('.ts')) return writeFileSync(file, `${json}\n`)
  const source = readFileSync(file, 'utf8')
  if (!LITERAL.test(source)) throw new WrongOption(`${file} has no WEIGHTS to replace`)
  const literal = json.replace(/"(\w+)":/g, '$1:').replace(/([\d}])(\n *})/g, '$1,$2')
  writeFileSync(
    file,
    source.replace(LITERAL, (_, before: string) => before + literal),
  )
}
