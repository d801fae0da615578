import { perform } from './perform'

/** The functions of the local cloud that cases use; a real environment would need them deployed. */
export const FUNCTIONS = {
  'perform/index.js': `
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
${perform.toString()}
exports.main = (event) => perform(cloud, event.request)`,
  'perform/config.json': JSON.stringify({
    permissions: { openapi: ['subscribeMessage.send', 'security.msgSecCheck', 'wxacode.getUnlimited'] },
    timeout: 20,
  }),
  'echo/index.js': `
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async (event) => {
  if (event.deeper) return (await cloud.callFunction({ name: 'echo', data: {} })).result
  const { OPENID, UNIONID, SOURCE, ENV } = cloud.getWXContext()
  return { event, OPENID, UNIONID, SOURCE, ENV }
}`,
  'fails/index.js': `exports.main = () => { throw new Error('no such fruit') }`,
  'slow/index.js': `exports.main = () => new Promise(() => setInterval(() => undefined, 1000))`,
  'slow/config.json': '{"timeout": 0.1}',
  'silent/index.js': 'exports.main = () => undefined',
}
