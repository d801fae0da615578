import { mixed, type Mix, type Skin } from './channel'
import { emptyView, gridOf, look, softInk, type Lay } from './laid'
import { Normals } from './least-squares'
import type { Template } from './template'

const { abs } = Math

const SIDE = 48
const GROUND = 6
/** Holds the mix back where colours go hand in hand, as a share of their power. */
const RIDGE = 0.03
/** The mix is as large as the one that every photo begins with. */
const SIZE = 2.7

/**
 * The skin seen through the mix of colours in which this design, where it lies, stands out best from streaks, shade and
 * glare: three numbers from thousands of points, so a wrong design gains next to nothing by it.
 */
export function throughBestChannel(skin: Skin, template: Template, lay: Lay): Skin {
  const grid = gridOf(SIDE, template.extent)
  const ink = softInk(template, grid)
  const views = skin.tones.map((tone) => {
    const view = emptyView(grid)
    look(skin, tone, lay, grid, view)
    return view
  })
  const normals = new Normals(GROUND + 4)
  const row = new Float64Array(GROUND + 4)
  for (let i = 0; i < grid.count; i++) {
    const trust = views[0].trust[i]
    if (trust <= 0) continue
    const [u, v] = [grid.u[i], grid.v[i]]
    row[0] = 1
    row[1] = u
    row[2] = v
    row[3] = u * u
    row[4] = u * v
    row[5] = v * v
    for (let c = 0; c < 3; c++) row[GROUND + c] = views[c].pale[i]
    row[GROUND + 3] = ink[i]
    normals.add(row, trust)
  }
  normals.explain(GROUND)
  const mix = mixOf(normals)
  return mix ? { ...skin, pale: mixed(skin.tones, mix) } : skin
}

function mixOf(explained: Normals): Mix | null {
  const rest = new Normals(4)
  for (let a = 0; a < 4; a++) for (let b = a; b < 4; b++) rest.sums[a * 4 + b] = explained.of(GROUND + a, GROUND + b)
  const power = (rest.of(0, 0) + rest.of(1, 1) + rest.of(2, 2)) / 3
  if (power < 1e-9) return null
  const [r, g, b] = rest.solve(new Float64Array(3).fill(RIDGE * power))
  const size = abs(r) + abs(g) + abs(b)
  return size > 1e-9 ? [(r / size) * SIZE, (g / size) * SIZE, (b / size) * SIZE] : null
}
