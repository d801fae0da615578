// Runs a compiled mini-program (dist/weapp) in jsdom: its own app.js and page.js, WeChat's template compiler and
// WeChat's component engine (miniprogram-simulate). Layout, canvas and native widgets do not exist here.
const path = require('node:path')
const simulate = require('miniprogram-simulate')

const delay = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** Gives `wx` the calls that pages make; navigation and toasts are written into `log`. */
function playWechat(log, answer) {
  const succeed = (options, result) => {
    options?.success?.(result)
    options?.complete?.(result)
    return Promise.resolve(result)
  }
  const noted = (api) => (options) => {
    log.push([api, options?.url ?? options?.title])
    return succeed(options, {})
  }
  Object.assign(global.wx, {
    cloud: {
      init() {},
      callFunction: async (options) => {
        const result = await answer(options.name, options.data)
        return succeed(options, { result, errMsg: 'cloud.callFunction:ok' })
      },
    },
    onAppHide() {},
    getAppBaseInfo: () => ({ language: 'zh_CN' }),
    requestPayment: noted('requestPayment'),
    requestSubscribeMessage: noted('requestSubscribeMessage'),
    navigateTo: noted('navigateTo'),
    redirectTo: noted('redirectTo'),
    switchTab: noted('switchTab'),
    navigateBack: noted('navigateBack'),
    stopPullDownRefresh: noted('stopPullDownRefresh'),
    showToast: noted('showToast'),
  })
}

// miniprogram-simulate renders components only; a page is one whose functions are its methods.
function pageAsComponent(config) {
  const entries = Object.entries(config)
  const methods = Object.fromEntries(entries.filter(([, value]) => typeof value === 'function'))
  global.Component({ data: config.data ?? {}, methods, behaviors: config.behaviors })
}

function handleOf(rendered, instance, stack) {
  const node = (selector) => {
    const found = rendered.querySelector(selector)
    if (!found) throw new Error(`nothing matches ${selector}; the page says: ${rendered.dom.textContent}`)
    return found
  }
  const until = async (expected, ms = 3000) => {
    const holds = typeof expected === 'function' ? expected : () => rendered.dom.textContent.includes(expected)
    for (let waited = 0; !holds(); waited += 10) {
      if (waited > ms) throw new Error(`waited for ${expected}; the page says: ${rendered.dom.textContent}`)
      await delay(10)
    }
  }
  return {
    html: () => rendered.dom.innerHTML,
    text: () => rendered.dom.textContent,
    has: (selector) => Boolean(rendered.querySelector(selector)),
    until,
    async tap(selector) {
      node(selector).dispatchEvent('tap')
      await delay(30)
    },
    async input(selector, value) {
      node(selector).dispatchEvent('input', { detail: { value } })
      await delay(30)
    },
    close() {
      instance.onUnload?.()
      rendered.detach()
      stack.pop()
    },
  }
}

/**
 * Boots the app once per test file. `answer(fn, {procedure, input})` plays the cloud and returns the envelope.
 * `open(route, query)` shows a page, e.g. `pages/orders/index`.
 */
module.exports.launch = function launch(root, answer) {
  const log = []
  const stack = []
  let app
  playWechat(log, answer)
  global.App = (config) => {
    app = config
  }
  global.getApp = () => app
  global.getCurrentPages = () => stack
  global.Page = pageAsComponent
  require(path.join(root, 'app.js'))
  app.onLaunch({ path: '', query: {}, scene: 1001 })

  // A page's script registers it only the first time it runs.
  const loaded = new Map()
  function load(route) {
    if (!loaded.has(route)) {
      const options = { rootPath: root, compiler: 'official', compilerOptions: { maxBuffer: 1 << 28 } }
      loaded.set(route, simulate.load(path.join(root, route), `page-${route.replace(/\W/g, '-')}`, options))
    }
    return loaded.get(route)
  }

  async function open(route, query = {}) {
    const rendered = simulate.render(load(route))
    const instance = rendered.instance
    for (const name of ['route', '__route__'])
      Object.defineProperty(instance, name, { value: route, configurable: true })
    stack.push(instance)
    const host = document.createElement('div')
    document.body.appendChild(host)
    rendered.attach(host)
    instance.onLoad?.(query)
    instance.onShow?.()
    instance.onReady?.()
    await delay(30)
    return handleOf(rendered, instance, stack)
  }
  return { log, open }
}

/** The envelope of a successful answer. */
module.exports.ok = (data, now = '2026-09-05T01:00:00.000Z') => ({ ok: true, data, now })
