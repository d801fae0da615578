/** A phone has no keyboard focus: nothing to listen for. The browser build has its own version of this file. */
export function listenForKeys(): void {}
