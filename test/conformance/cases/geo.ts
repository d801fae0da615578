import type { Table } from '../case'

const point = (lng: number, lat: number) => ({ type: 'Point', coordinates: [lng, lat] })
const documents = [
  { _id: 'far', at: point(121, 31) },
  { _id: 'near', at: point(120.001, 30) },
  { _id: 'here', at: point(120, 30) },
  { _id: 'nowhere' },
]

export const geo: Table = {
  action: 'db.Geo',
  cases: [
    {
      name: 'a point is read back as a point',
      act: async ({ c, db }) => {
        await c.add({ data: { _id: 'a', at: db.Geo.Point(113, 23) } })
        const { at } = (await c.doc('a').get()).data
        return [at.longitude, at.latitude, at.toJSON().type]
      },
      answer: [113, 23, 'Point'],
    },
    {
      name: 'a line and a polygon are stored as GeoJSON',
      act: async ({ c, db }) => {
        const ring = [
          [0, 0],
          [0, 1],
          [1, 1],
          [0, 0],
        ].map(([x, y]) => db.Geo.Point(x, y))
        const line = db.Geo.LineString(ring)
        await c.add({ data: { _id: 'a', line, area: db.Geo.Polygon([line]) } })
        const found = (await c.doc('a').get()).data
        return [found.line.toJSON().type, found.area.toJSON()]
      },
      answer: [
        'LineString',
        {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [0, 1],
              [1, 1],
              [0, 0],
            ],
          ],
        },
      ],
    },
    {
      name: '_.geoNear gives the nearest first, up to a distance in metres',
      localOnly: 'needs a geo index',
      documents,
      act: async ({ c, db, _ }) =>
        (await c.where({ at: _.geoNear({ geometry: db.Geo.Point(120, 30), maxDistance: 1000 }) }).get()).data.map(
          (d: { _id: string }) => d._id,
        ),
      answer: ['here', 'near'],
    },
    {
      name: '_.geoNear from a distance on',
      localOnly: 'needs a geo index',
      documents,
      act: async ({ c, db, _ }) =>
        (await c.where({ at: _.geoNear({ geometry: db.Geo.Point(120, 30), minDistance: 50 }) }).get()).data.map(
          (d: { _id: string }) => d._id,
        ),
      answer: ['near', 'far'],
    },
    {
      name: '_.geoWithin finds what lies in a polygon',
      documents,
      act: async ({ c, db, _ }) => {
        const corners = [
          [119, 29],
          [119, 30.5],
          [120.5, 30.5],
          [120.5, 29],
          [119, 29],
        ].map(([x, y]) => db.Geo.Point(x, y))
        const geometry = db.Geo.Polygon([db.Geo.LineString(corners)])
        return (
          await c
            .where({ at: _.geoWithin({ geometry }) })
            .orderBy('_id', 'asc')
            .get()
        ).data.map((d: { _id: string }) => d._id)
      },
      answer: ['here', 'near'],
    },
    {
      name: '_.geoIntersects finds what meets a polygon',
      documents,
      act: async ({ c, db, _ }) => {
        const corners = [
          [120.5, 30.5],
          [120.5, 31.5],
          [121.5, 31.5],
          [121.5, 30.5],
          [120.5, 30.5],
        ].map(([x, y]) => db.Geo.Point(x, y))
        const geometry = db.Geo.Polygon([db.Geo.LineString(corners)])
        return (await c.where({ at: _.geoIntersects({ geometry }) }).get()).data.map((d: { _id: string }) => d._id)
      },
      answer: ['far'],
    },
    {
      name: 'aggregate geoNear tells the distance',
      localOnly: 'needs a geo index',
      documents,
      act: async ({ c, db }) => {
        const { list } = await c
          .aggregate()
          .geoNear({
            near: db.Geo.Point(120, 30),
            spherical: true,
            key: 'at',
            distanceField: 'metres',
            maxDistance: 1000,
          })
          .end()
        return list.map((d: { _id: string; metres: number }) => [d._id, Math.round(d.metres)])
      },
      answer: [
        ['here', 0],
        ['near', 96],
      ],
    },
  ],
}
