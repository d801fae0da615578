import type { Paper } from './canvas'

export type { Paper } from './canvas'

/** The element is there at once, its canvas is drawn by the custom element a little later. */
const TRIES = 20

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))

/** The canvas with this id; null when the browser has none that can be drawn on. */
export async function openCanvas(id: string): Promise<Paper | null> {
  for (let tries = 0; tries < TRIES; tries++) {
    await nextFrame()
    const canvas = findCanvas(id)
    const pen = canvas?.getContext('2d')
    if (canvas && pen) return paperOf(canvas, pen)
  }
  return null
}

/** Pages below stay in the document: the last one is on top. */
function findCanvas(id: string): HTMLCanvasElement | null {
  const found = document.querySelectorAll(`[id="${id}"]`)
  const last = found[found.length - 1]
  return last instanceof HTMLCanvasElement ? last : (last?.querySelector('canvas') ?? null)
}

function paperOf(canvas: HTMLCanvasElement, pen: CanvasRenderingContext2D): Paper {
  return {
    pen,
    setSize: (width, height) => {
      if (canvas.width !== width) canvas.width = width
      if (canvas.height !== height) canvas.height = height
    },
    loadPicture: async (src) => {
      const image = new Image()
      image.src = src
      await image.decode()
      return image
    },
    onFrame: (work) => void requestAnimationFrame(work),
    toFile: () =>
      new Promise((resolve, reject) =>
        canvas.toBlob(
          (blob) => (blob ? resolve(URL.createObjectURL(blob)) : reject(new Error('the canvas could not be kept'))),
          'image/jpeg',
          0.92,
        ),
      ),
  }
}
