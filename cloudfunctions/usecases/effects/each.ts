import { OutOfTime } from '../core/budget'

/** Does each, although one before it failed; throws the first failure at the end. Stops when the event is out of time. */
export async function doEach<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const failures: unknown[] = []
  for (const item of items) {
    try {
      await work(item)
    } catch (error) {
      if (error instanceof OutOfTime) throw error
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}
