/** A phone has no mouse. */
export function listenForMouse(): void {}
