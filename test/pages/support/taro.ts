/**
 * Stands for @tarojs/taro in page tests: cloud calls go to the answers a test gives, every other API is recorded,
 * page hooks run as React effects.
 */
import { useEffect, useRef } from 'react'

type Answers = Record<string, (input: never) => unknown>
interface Recorded {
  api: string
  args: unknown
}

/** A refusal an answer may throw: it reaches the page as the server's `{ok: false}`. */
export class Refusing extends Error {
  constructor(
    readonly code: string,
    readonly zh: string,
    readonly field?: string,
  ) {
    super(code)
  }
}

const state = {
  answers: {} as Answers,
  now: '2026-09-05T01:00:00.000Z',
  params: {} as Record<string, string>,
  calls: [] as Recorded[],
  offline: 0,
  uploadsLost: 0,
  pages: 2,
  chosen: ['wxfile://photo.jpg'],
  scanned: '',
  grey: 120,
  bottom: undefined as (() => void) | undefined,
  canvas: null as unknown,
  albumAnswer: 'ok',
  hiding: [] as (() => void)[],
}

/** What a test arranges and reads. */
export const cloud = {
  /** Data of each procedure by name; throw `Refusing` to refuse. */
  answer: (answers: Answers) => Object.assign(state.answers, answers),
  /** The next `times` calls are not answered at all. */
  goOffline: (times: number) => {
    state.offline = times
  },
  /** The next `times` uploads do not go through. */
  loseUploads: (times: number) => {
    state.uploadsLost = times
  },
  /** How many pages lie on each other, this one included. */
  setPages: (pages: number) => {
    state.pages = pages
  },
  /** What the person chooses in the camera or album. */
  choose: (paths: string[]) => {
    state.chosen = paths
  },
  /** What the camera reads from a tag. */
  scan: (result: string) => {
    state.scanned = result
  },
  /** How bright every pixel of a photo is, 0 to 255. */
  shine: (grey: number) => {
    state.grey = grey
  },
  /** The node of every canvas on the page; none when null. */
  setCanvas: (node: unknown) => {
    state.canvas = node
  },
  /** What WeChat says when a picture is put in the album: `ok`, or why not. */
  answerAlbum: (answer: string) => {
    state.albumAnswer = answer
  },
  /** The person leaves the app for a while. */
  hide: () => state.hiding.forEach((work) => work()),
  /** What lies in the phone's storage under a key. */
  stored: (key: string) => storage.get(key),
  setNow: (now: string) => {
    state.now = now
  },
  /** The query the page was opened with. */
  openWith: (params: Record<string, string>) => {
    state.params = params
  },
  /** The person scrolls to the end of the page. */
  reachBottom: () => state.bottom?.(),
  /** Recorded calls of one API, e.g. `navigateTo`; cloud calls are recorded under their procedure's name. */
  callsOf: (api: string) => state.calls.filter((call) => call.api === api).map((call) => call.args),
  reset: () =>
    Object.assign(state, {
      ...{ answers: {}, params: {}, calls: [], offline: 0, uploadsLost: 0, pages: 2 },
      ...{ chosen: ['wxfile://photo.jpg'], now: '2026-09-05T01:00:00.000Z' },
      ...{ canvas: null, albumAnswer: 'ok', scanned: '', grey: 120 },
    }),
}

async function callFunction({ data }: { data: { procedure: string; input: never } }) {
  if (state.offline > 0) {
    state.offline--
    throw new Error('request:fail')
  }
  state.calls.push({ api: data.procedure, args: data.input })
  const answer = state.answers[data.procedure]
  if (!answer) throw new Error(`the test gave no answer for ${data.procedure}`)
  try {
    return { result: { ok: true, data: await answer(data.input), now: state.now } }
  } catch (error) {
    if (!(error instanceof Refusing)) throw error
    const { code, zh, field } = error
    return { result: { ok: false, error: { code, message: { zh, en: zh }, field }, now: state.now } }
  }
}

const recorded =
  <T>(api: string, result?: T) =>
  async (args?: unknown) => {
    state.calls.push({ api, args })
    return result
  }

async function uploadFile(args: unknown) {
  if (state.uploadsLost > 0) {
    state.uploadsLost--
    throw new Error('uploadFile:fail')
  }
  state.calls.push({ api: 'uploadFile', args })
  return { fileID: 'cloud://test/photo.jpg' }
}

function useOnce(work: () => void) {
  const latest = useRef(work)
  latest.current = work
  useEffect(() => latest.current(), [])
}

export const useLoad = (work: (params: Record<string, string>) => void) => useOnce(() => work(state.params))
export const useDidShow = useOnce
export const useReady = useOnce
export const useLaunch = useOnce
export const useDidHide = (_work: () => void) => undefined
export const useUnload = (_work: () => void) => undefined
export const usePageScroll = (_work: (at: { scrollTop: number }) => void) => undefined
export const usePullDownRefresh = (_work: () => void) => undefined
export const useReachBottom = (work: () => void) => {
  state.bottom = work
}
export const useShareAppMessage = (_work: () => void) => undefined
export const useRouter = () => ({ params: state.params, path: '' })
export const getCurrentInstance = () => ({ router: { params: state.params } })

/** A canvas off the screen on which every picture has one grey; files named `broken` are no pictures. */
function offscreen() {
  const canvas = {
    width: 1,
    height: 1,
    createImage: () => {
      const image = { width: 40, height: 30, onload: () => undefined, onerror: () => undefined, name: '' }
      return Object.defineProperty(image, 'src', {
        set: (src: string) => void Promise.resolve().then(src.includes('broken') ? image.onerror : image.onload),
      })
    },
    getContext: () => ({
      fillRect: () => undefined,
      drawImage: () => undefined,
      getImageData: () => ({ data: new Uint8ClampedArray(canvas.width * canvas.height * 4).fill(state.grey) }),
    }),
  }
  return canvas
}

const storage = new Map<string, unknown>()
const bytesPerKey = 1024 * 1024

export default {
  getCurrentPages: () => Array.from({ length: state.pages }),
  cloud: {
    init: recorded('init'),
    callFunction,
    uploadFile,
    downloadFile: recorded('cloud.downloadFile', { tempFilePath: 'wxfile://sheet.pdf' }),
  },
  getWindowInfo: () => ({ statusBarHeight: 44, windowWidth: 375 }),
  getAppBaseInfo: () => ({ language: 'zh_CN' }),
  getCurrentInstance,
  arrayBufferToBase64: (bytes: ArrayBuffer) => Buffer.from(bytes).toString('base64'),
  base64ToArrayBuffer: (text: string) => new Uint8Array(Buffer.from(text, 'base64')).buffer,
  getStorageSync: (key: string) => storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => {
    state.calls.push({ api: 'setStorageSync', args: key })
    if (JSON.stringify(value).length > bytesPerKey) throw new Error('setStorageSync:fail entry size limit reached')
    storage.set(key, value)
  },
  removeStorageSync: (key: string) => void storage.delete(key),
  onAppHide: (work: () => void) => void state.hiding.push(work),
  navigateTo: recorded('navigateTo'),
  redirectTo: recorded('redirectTo'),
  reLaunch: recorded('reLaunch'),
  switchTab: recorded('switchTab'),
  navigateBack: recorded('navigateBack'),
  setNavigationBarTitle: recorded('setNavigationBarTitle'),
  setTabBarItem: recorded('setTabBarItem'),
  pageScrollTo: recorded('pageScrollTo'),
  stopPullDownRefresh: recorded('stopPullDownRefresh'),
  downloadFile: recorded('downloadFile', { tempFilePath: 'wxfile://sheet.pdf' }),
  openDocument: recorded('openDocument'),
  requestPayment: recorded('requestPayment', {}),
  requestSubscribeMessage: recorded('requestSubscribeMessage', {}),
  chooseMedia: async (args: unknown) => {
    await recorded('chooseMedia')(args)
    return { tempFiles: state.chosen.map((tempFilePath) => ({ tempFilePath })) }
  },
  scanCode: async (args: unknown) => {
    await recorded('scanCode')(args)
    return { result: state.scanned }
  },
  createCameraContext: () => ({
    takePhoto: ({ success }: { success: (shot: { tempImagePath: string }) => void }) =>
      success({ tempImagePath: 'wxfile://shot.jpg' }),
  }),
  createOffscreenCanvas: () => offscreen(),
  setClipboardData: recorded('setClipboardData'),
  previewImage: recorded('previewImage'),
  vibrateShort: recorded('vibrateShort'),
  createSelectorQuery: () => {
    const query = {
      select: () => query,
      fields: () => query,
      exec: (done: (found: unknown[]) => void) => done([state.canvas && { node: state.canvas }]),
    }
    return query
  },
  canvasToTempFilePath: async (args: unknown) => {
    await recorded('canvasToTempFilePath')(args)
    return { tempFilePath: 'wxfile://canvas.jpg' }
  },
  saveImageToPhotosAlbum: async (args: unknown) => {
    await recorded('saveImageToPhotosAlbum')(args)
    if (state.albumAnswer !== 'ok') throw { errMsg: `saveImageToPhotosAlbum:fail ${state.albumAnswer}` }
  },
  openSetting: async () => {
    await recorded('openSetting')()
    return { authSetting: { 'scope.writePhotosAlbum': true, 'scope.camera': true } }
  },
}
