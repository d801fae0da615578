/** Opens a PDF in a new tab, where the browser shows and prints it. */
export async function openPdf(url: string): Promise<void> {
  window.open(url, '_blank', 'noopener')
}
