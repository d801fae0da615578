/** Thrown where the outside does not answer and nothing is wrong with the document: it is looked at again soon. */
export class NotNow extends Error {}
