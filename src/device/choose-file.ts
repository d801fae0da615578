/** A phone has no file chooser of this kind; the browser build has its own version of this file. */
export function chooseFile(): Promise<File | null> {
  return Promise.resolve(null)
}
