import { boxOf, type Path, type Step } from '../outline/path'

/** An outline and what it is filled with; opacity 0..1. */
export interface Layer {
  path: Path
  colour: string
  opacity: number
}

/**
 * Outlines that lie on a square of `side` units, one over the other, as an SVG of that square. Numbers are whole, and
 * steps that come to nothing between them are left out: a small picture says no more than it can show.
 */
export function layersSvg(layers: readonly Layer[], side: number): string {
  const paths = layers.map(
    ({ path, colour, opacity }) =>
      `<path fill="${colour}" fill-opacity="${opacity}" d="${wholeSteps(path).map(say).join('')}"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">${paths.join('')}</svg>`
}

const say = (step: Step): string => step[0] + step.slice(1).join(',')

function wholeSteps(path: Path): Step[] {
  const kept: Step[] = []
  let [x, y] = [NaN, NaN]
  for (const step of path) {
    const whole = [step[0], ...(step.slice(1) as number[]).map(Math.round)] as unknown as Step
    const box = boxOf([whole])
    if (whole[0] === 'M' || whole[0] === 'Z' || !box) kept.push(whole)
    else if (box.left === x && box.right === x && box.top === y && box.bottom === y) continue
    else kept.push(whole)
    if (whole[0] !== 'Z') [x, y] = whole.slice(-2) as [number, number]
  }
  return kept
}
