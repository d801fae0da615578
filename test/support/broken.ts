/** A rule of the business that a sequence broke; its message is what a person reads. */
export class BrokenRule extends Error {}

/** Says which rule is broken. */
export function broken(what: string): never {
  throw new BrokenRule(what)
}

/** Breaks unless the condition holds; the words are made only then, because this runs millions of times. */
export function must(condition: boolean, what: () => string): void {
  if (!condition) broken(what())
}

/** The outside did not answer, or could not do it now: the entry is tried again. */
export class Unanswered extends Error {}
