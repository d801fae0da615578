/// <reference types="@tarojs/taro" />

/** Which cloud this build talks to: WeChat's, or the local cloud over HTTP. Set by config/index.ts. */
declare const CLOUD_MODE: 'wechat' | 'local'

/** Origin of the local cloud; empty means the page's own origin (H5) or not used (WeChat). */
declare const LOCAL_CLOUD_URL: string

declare module '*.scss'
