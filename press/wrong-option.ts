/** A wrong option, with what would be right. */
export class WrongOption extends Error {}
