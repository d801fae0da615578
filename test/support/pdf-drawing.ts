import { inflateSync } from 'node:zlib'
import { PDFDict, PDFDocument, PDFName, PDFRawStream, type PDFObject } from 'pdf-lib'
import { mapPath, type Path, type Step } from '../../imprint/outline/path'

/** One thing a page draws, in mm from its upper left corner. */
export interface Drawn {
  how: 'filled' | 'stroked'
  path: Path
  /** The numbers of its ink as PDF says them: cyan magenta yellow black. */
  ink: string
}

type Matrix = readonly [number, number, number, number, number, number]

const MM_PER_POINT = 25.4 / 72

/** `inner` first, then `outer`. */
function times(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner
  const [p, q, r, s, t, u] = outer
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u]
}

interface State {
  matrix: Matrix
  fill: string
  stroke: string
}

/**
 * What every page of a PDF draws, by running its content streams and the forms they place: the part of PDF that our sheets
 * use. Throws at an operator it does not know, so that nothing is drawn unseen.
 */
export async function drawingsOf(pdf: Uint8Array): Promise<Drawn[][]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  return document.getPages().map((page) => {
    const { height } = page.getSize()
    const forms = page.node.Resources()?.lookup(PDFName.of('XObject'), PDFDict)
    const formOf = (name: string) => textOf(forms?.lookup(PDFName.of(name)))
    const drawn: Drawn[] = []
    const matrix: Matrix = [MM_PER_POINT, 0, 0, -MM_PER_POINT, 0, height * MM_PER_POINT]
    run(textOf(page.node.Contents()), { matrix, fill: '0 0 0 1', stroke: '0 0 0 1' }, formOf, drawn)
    return drawn
  })
}

function textOf(stream: PDFObject | undefined): string {
  if (!(stream instanceof PDFRawStream)) throw new Error('not one compressed stream')
  return inflateSync(stream.contents).toString('latin1')
}

function run(content: string, start: State, formOf: (name: string) => string, drawn: Drawn[]): void {
  const kept: State[] = []
  let state = start
  let operands: string[] = []
  let path: Step[] = []
  const paint = (how: Drawn['how'], ink: string) => {
    const [a, b, c, d, e, f] = state.matrix
    drawn.push({ how, ink, path: mapPath(path, (x, y) => [a * x + c * y + e, b * x + d * y + f]) })
    path = []
  }
  for (const word of content.split(/\s+/).filter((each) => each !== '')) {
    if (/^[-.\d/]/.test(word)) {
      operands.push(word)
      continue
    }
    const numbers = operands.map(Number)
    switch (word) {
      case 'q':
        kept.push(state)
        break
      case 'Q':
        state = kept.pop() ?? start
        break
      case 'cm':
        state = { ...state, matrix: times(numbers as unknown as Matrix, state.matrix) }
        break
      case 'k':
        state = { ...state, fill: operands.join(' ') }
        break
      case 'K':
        state = { ...state, stroke: operands.join(' ') }
        break
      case 'w':
        break
      case 'm':
      case 'l':
      case 'c':
        path.push([word.toUpperCase(), ...numbers] as unknown as Step)
        break
      case 'h':
        path.push(['Z'])
        break
      case 'f':
        paint('filled', state.fill)
        break
      case 'S':
        paint('stroked', state.stroke)
        break
      case 'Do':
        run(formOf(operands[0].slice(1)), state, formOf, drawn)
        break
      default:
        throw new Error(`no such operator here: ${word}`)
    }
    operands = []
  }
}
