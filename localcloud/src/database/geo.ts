import { refusedOperation } from '../errors'
import { type Doc, type Value, isDoc } from './values'
import { valueAt } from './paths'

/** Mean radius of the earth in metres, as MongoDB uses it. */
const EARTH_RADIUS_M = 6378100
type Position = [longitude: number, latitude: number]
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Metres between two positions on the sphere. */
export function distance([lng1, lat1]: Position, [lng2, lat2]: Position): number {
  const a =
    Math.sin(radians(lat2 - lat1) / 2) ** 2 +
    Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * Math.sin(radians(lng2 - lng1) / 2) ** 2
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(a)))
}

/** The position of a GeoJSON point or of a `[lng, lat]` pair; undefined for anything else. */
export function positionOf(value: Value | undefined): Position | undefined {
  const pair = isDoc(value) ? value.coordinates : value
  if (!Array.isArray(pair) || typeof pair[0] !== 'number' || typeof pair[1] !== 'number') return undefined
  return [pair[0], pair[1]]
}

function insideRing([x, y]: Position, ring: Position[]): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as Position
    const [xj, yj] = ring[j] as Position
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

/** True when a position lies in a GeoJSON Polygon or MultiPolygon (flat edges: exact for shapes the size of a city). */
export function insideShape(position: Position, shape: Doc): boolean {
  const polygons = (shape.type === 'MultiPolygon'
    ? shape.coordinates
    : [shape.coordinates]) as unknown as Position[][][]
  return polygons.some(([outer, ...holes]) => {
    if (!outer || !insideRing(position, outer)) return false
    return !holes.some((hole) => insideRing(position, hole))
  })
}

function within(position: Position, condition: Doc): boolean {
  if (Array.isArray(condition.$centerSphere)) {
    const centre = positionOf(condition.$centerSphere[0])
    return centre !== undefined && distance(position, centre) <= Number(condition.$centerSphere[1]) * EARTH_RADIUS_M
  }
  return isDoc(condition.$geometry) && insideShape(position, condition.$geometry)
}

function intersects(value: Doc, shape: Doc): boolean {
  const point = positionOf(value)
  if (point && shape.type === 'Point') return distance(point, positionOf(shape) as Position) === 0
  if (point) return insideShape(point, shape)
  const outline = (value.coordinates as Value[]).flat(2) as unknown as number[]
  for (let i = 0; i + 1 < outline.length; i += 2) {
    if (insideShape([outline[i] as number, outline[i + 1] as number], shape)) return true
  }
  return false
}

type GeoOperator = (condition: Value) => (value: Value | undefined) => boolean

const inDistance: GeoOperator = (condition) => {
  const centre = isDoc(condition) ? positionOf(condition.$geometry) : undefined
  if (!isDoc(condition) || !centre) throw refusedOperation('Query', 'near needs a $geometry that is a Point')
  const { $minDistance: near, $maxDistance: far } = condition
  return (value) => {
    const position = positionOf(value)
    if (!position) return false
    const metres = distance(position, centre)
    return (typeof near !== 'number' || metres >= near) && (typeof far !== 'number' || metres <= far)
  }
}

/** Conditions on a GeoJSON value or a `[lng, lat]` pair. */
export const GEO_OPERATORS: Record<string, GeoOperator> = {
  $near: inDistance,
  $nearSphere: inDistance,
  $geoWithin: (condition) => (value) => {
    const position = positionOf(value)
    return position !== undefined && isDoc(condition) && within(position, condition)
  },
  $geoIntersects: (condition) => (value) =>
    isDoc(value) && isDoc(condition) && isDoc(condition.$geometry) && intersects(value, condition.$geometry),
}

/** `$nearSphere` also sorts: the field and the centre, when the filter has one. */
export function nearest(filter: Doc): ((a: Doc, b: Doc) => number) | undefined {
  for (const [field, condition] of Object.entries(filter)) {
    const near = isDoc(condition) ? (condition.$nearSphere ?? condition.$near) : undefined
    const centre = isDoc(near) ? positionOf(near.$geometry) : undefined
    if (!centre) continue
    const metres = (doc: Doc): number => distance(positionOf(valueAt(doc, field)) ?? [0, 0], centre)
    return (a, b) => metres(a) - metres(b)
  }
  return undefined
}
