import type { Aggregate, AggregateName, Documents } from '../../collections'
import type { Ports } from '../../ports/ports'

/**
 * Writes the next version of an aggregate; false when somebody else wrote meanwhile. Callers that serve several kinds
 * pass a collection and documents that belong together; the port's types cannot see that.
 */
export function replaceAs(
  ports: Ports,
  collection: AggregateName,
  before: Aggregate,
  after: Aggregate,
): Promise<boolean> {
  return ports.db.replace(collection, before as Documents[typeof collection], after as Documents[typeof collection])
}
