// What the build defines, for pages that run in jsdom.
process.env.TARO_ENV = 'weapp'
global.CLOUD_MODE = 'wechat'
global.LOCAL_CLOUD_URL = ''
global.definePageConfig = (config) => config
global.defineAppConfig = (config) => config
global.IS_REACT_ACT_ENVIRONMENT = true
