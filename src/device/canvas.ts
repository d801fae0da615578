import Taro from '@tarojs/taro'

/** A canvas of the page, ready to be drawn on. */
export interface Paper {
  pen: CanvasRenderingContext2D
  /** Makes it so many px wide and high, which empties it; nothing happens when it is so already. */
  setSize(width: number, height: number): void
  loadPicture(src: string): Promise<CanvasImageSource>
  /** Does the work before the screen is painted next. */
  onFrame(work: () => void): void
  /** Its picture as a file that lasts as long as the app is open. */
  toFile(): Promise<string>
}

/** WeChat's node of `<canvas type="2d">`, as far as it is used here. */
interface CanvasNode {
  width: number
  height: number
  getContext(kind: '2d'): CanvasRenderingContext2D | null
  createImage(): { src: string; onload: () => void; onerror: () => void }
  requestAnimationFrame(work: () => void): number
}

/** The page's node appears some time after React has drawn it. */
const TRIES = 12
const TRY_MS = 50

/** The canvas with this id; null when the phone has none that can be drawn on. */
export async function openCanvas(id: string): Promise<Paper | null> {
  for (let tries = 0; tries < TRIES; tries++) {
    const node = await findNode(id)
    const pen = node?.getContext('2d')
    if (node && pen) return paperOf(node, pen)
    await new Promise((resolve) => setTimeout(resolve, TRY_MS))
  }
  return null
}

function findNode(id: string): Promise<CanvasNode | null> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true })
      .exec((found: ({ node?: CanvasNode } | null)[]) => resolve(found[0]?.node ?? null))
  })
}

function paperOf(node: CanvasNode, pen: CanvasRenderingContext2D): Paper {
  return {
    pen,
    setSize: (width, height) => {
      if (node.width !== width) node.width = width
      if (node.height !== height) node.height = height
    },
    loadPicture: (src) =>
      new Promise((resolve, reject) => {
        const image = node.createImage()
        image.onload = () => resolve(image as unknown as CanvasImageSource)
        image.onerror = () => reject(new Error(`the picture ${src} could not be read`))
        image.src = src
      }),
    onFrame: (work) => void node.requestAnimationFrame(work),
    toFile: async () => {
      const canvas = node as unknown as Taro.Canvas
      const { width, height } = node
      // Said outright: by default the file is as many times larger as the screen is dense.
      const size = { x: 0, y: 0, width, height, destWidth: width, destHeight: height }
      return (await Taro.canvasToTempFilePath({ canvas, ...size, fileType: 'jpg', quality: 0.92 })).tempFilePath
    },
  }
}
