import type { Ports } from './ports'

/** One JSON line per entry, which the platform's log search can read. */
export const log: Ports['log'] = (entry) => {
  const line = JSON.stringify(entry)
  if (entry.level === 'error') console.error(line)
  else if (entry.level === 'warn') console.warn(line)
  else console.log(line)
}
