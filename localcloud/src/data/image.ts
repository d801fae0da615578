import { type Connection, type Row, type SqlValue } from './sqlite'

/** Every table of a database file with its rows, and what makes tables and indexes. */
export interface Image {
  schema: { kind: string; name: string; sql: string }[]
  tables: { name: string; rows: Row[] }[]
}

const quote = (name: string): string => `"${name.replace(/"/g, '""')}"`

const schemaOf = (connection: Connection): Image['schema'] =>
  connection
    .all("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid")
    .map(({ type, name, sql }) => ({ kind: String(type), name: String(name), sql: String(sql) }))

/** SQLite's own count of ids that were given out; it is there once a table asked for it. */
const COUNTS = 'sqlite_sequence'

/** Reads the whole file. */
export function takeImage(connection: Connection): Image {
  const schema = schemaOf(connection)
  const counted = connection.get('SELECT 1 AS yes FROM sqlite_master WHERE name=?', [COUNTS]) !== undefined
  const names = [...schema.filter(({ kind }) => kind === 'table').map(({ name }) => name), ...(counted ? [COUNTS] : [])]
  return {
    schema,
    tables: names.map((name) => ({ name, rows: connection.all(`SELECT * FROM ${quote(name)} ORDER BY rowid`) })),
  }
}

/** Makes the file what it was, all or nothing. Tables and indexes are made anew only where they differ. */
export function putImage(connection: Connection, { schema, tables }: Image): void {
  if (JSON.stringify(schemaOf(connection)) !== JSON.stringify(schema)) remake(connection, schema)
  connection.atomically(() => {
    for (const { name, rows } of tables) {
      connection.run(`DELETE FROM ${quote(name)}`)
      for (const row of rows) insert(connection, name, row)
    }
  })
}

function remake(connection: Connection, schema: Image['schema']): void {
  connection.atomically(() => {
    const tables = schemaOf(connection).filter(({ kind }) => kind === 'table')
    for (const { name } of tables) connection.exec(`DROP TABLE ${quote(name)}`)
    for (const { sql } of schema) connection.exec(sql)
  })
}

function insert(connection: Connection, name: string, row: Row): void {
  const columns = Object.keys(row)
  const places = columns.map(() => '?').join(',')
  connection.run(
    `INSERT INTO ${quote(name)}(${columns.map(quote).join(',')}) VALUES(${places})`,
    columns.map((column) => bindable(row[column] as SqlValue)),
  )
}

/** Bytes are read as the driver's own kind of buffer, which it does not take back. */
const bindable = (value: SqlValue): SqlValue =>
  typeof value === 'object' && value !== null ? Buffer.from(value) : value
