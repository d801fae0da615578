import type { Stored } from './document'

export type { Stored } from './document'

/** Opens a PDF in a new tab, where the browser shows and prints it. */
export async function openPdf({ url }: Stored): Promise<void> {
  window.open(url, '_blank', 'noopener')
}
