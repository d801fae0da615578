// Looked up once: a picture asks for them millions of times, and some engines look through a global each time.
const { floor, imul } = Math

/** Repeatable number in 0..1 for a lattice point and a seed. */
export function lattice(x: number, y: number, z: number, seed: number): number {
  let h = imul(x, 374761393) ^ imul(y, 668265263) ^ imul(z, 1440662683) ^ imul(seed, 1274126177)
  h = imul(h ^ (h >>> 13), 1274126177)
  h = imul(h ^ (h >>> 16), 2246822519)
  return ((h ^ (h >>> 15)) >>> 0) / 4294967296
}

/** Smooth value noise in 0..1, mean about one half. */
export function noise(x: number, y: number, z: number, seed: number): number {
  const xi = floor(x)
  const yi = floor(y)
  const zi = floor(z)
  let fx = x - xi
  let fy = y - yi
  let fz = z - zi
  fx = fx * fx * (3 - 2 * fx)
  fy = fy * fy * (3 - 2 * fy)
  fz = fz * fz * (3 - 2 * fz)
  const a = lattice(xi, yi, zi, seed)
  const b = lattice(xi, yi + 1, zi, seed)
  const c = lattice(xi, yi, zi + 1, seed)
  const d = lattice(xi, yi + 1, zi + 1, seed)
  const nearTop = a + (lattice(xi + 1, yi, zi, seed) - a) * fx
  const nearLow = b + (lattice(xi + 1, yi + 1, zi, seed) - b) * fx
  const farTop = c + (lattice(xi + 1, yi, zi + 1, seed) - c) * fx
  const farLow = d + (lattice(xi + 1, yi + 1, zi + 1, seed) - d) * fx
  const near = nearTop + (nearLow - nearTop) * fy
  const far = farTop + (farLow - farTop) * fy
  return near + (far - near) * fz
}

/**
 * Small round spots, one at most in each cell of a lattice of the given `density` (cells per unit length).
 * Returns 0..1, 1 in the middle of a spot; `share` of the cells carry one.
 */
export function spots(x: number, y: number, z: number, density: number, share: number, seed: number): number {
  const px = x * density
  const py = y * density
  const pz = z * density
  const xi = floor(px)
  const yi = floor(py)
  const zi = floor(pz)
  if (lattice(xi, yi, zi, seed) > share) return 0
  const size = 0.16 + 0.2 * lattice(xi, yi, zi, seed + 1)
  const room = 1 - 2 * size
  const dx = px - xi - size - room * lattice(xi, yi, zi, seed + 2)
  const dy = py - yi - size - room * lattice(xi, yi, zi, seed + 3)
  const dz = pz - zi - size - room * lattice(xi, yi, zi, seed + 4)
  const gone = (dx * dx + dy * dy + dz * dz) / (size * size)
  return gone < 1 ? (1 - gone) * (1 - 0.3 * gone) : 0
}

/** Seeded stream of numbers in 0..1, for scattering things. */
export function scatter(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = imul(state ^ (state >>> 15), 1 | state)
    t = (t + imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
