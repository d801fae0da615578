/** Runs `work` whenever the person leaves the page or closes it. */
export const onHide = (work: () => void): void => window.addEventListener('pagehide', work)
