import type { Machine } from '../../domain/machine'

type Table = Pick<Machine<string, string, string>, 'name' | 'states' | 'transitions'>

/** How often random sequences reached each state and took each row of the transition tables. */
export interface Coverage {
  state(machine: string, state: string): void
  row(machine: string, command: string, from: string): void
  /** Rows of these tables that were never taken. */
  missed(): string[]
  /** One line per table: every row and state with its count. */
  report(): string
}

/** Counts for these tables. */
export function coverageOf(tables: readonly Table[], beyond: readonly string[] = []): Coverage {
  const counts = new Map<string, number>()
  const add = (key: string) => void counts.set(key, (counts.get(key) ?? 0) + 1)
  const of = (key: string) => counts.get(key) ?? 0
  const rows = ({ name, transitions }: Table) =>
    transitions.flatMap(({ command, from }) => from.map((state) => `${name}.${command}<${state}`))
  return {
    state: (machine, state) => add(`${machine}:${state}`),
    row: (machine, command, from) => add(`${machine}.${command}<${from}`),
    missed: () => tables.flatMap(rows).filter((row) => of(row) === 0 && !beyond.includes(row)),
    report: () =>
      tables
        .map((table) => {
          const states = table.states.map((state) => `${state} ${of(`${table.name}:${state}`)}`)
          const moves = rows(table).map((row) => `${row.slice(table.name.length + 1)} ${of(row)}`)
          return `  ${table.name} states: ${states.join(', ')}\n  ${table.name} rows: ${moves.join(', ')}`
        })
        .join('\n'),
  }
}
