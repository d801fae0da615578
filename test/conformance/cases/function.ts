import type { Table } from '../case'

const localOnly = 'needs the functions deployed and a WeChat user'

export const functions: Table = {
  action: 'cloud.callFunction and cloud.getWXContext',
  cases: [
    {
      name: 'getWXContext knows the user, the environment and the source',
      localOnly,
      act: ({ cloud }) => cloud.getWXContext(),
      answer: {
        OPENID: 'conformance-openid',
        UNIONID: 'conformance-unionid',
        APPID: expect.stringMatching(/^wx/),
        ENV: 'local',
        SOURCE: 'wx_client',
        CLIENTIP: '127.0.0.1',
      },
    },
    {
      name: 'a function called from a function keeps the user',
      localOnly,
      act: async ({ cloud }) => (await cloud.callFunction({ name: 'echo', data: { n: 1 } })).result,
      answer: {
        event: { n: 1 },
        OPENID: 'conformance-openid',
        UNIONID: 'conformance-unionid',
        SOURCE: 'wx_client,scf',
        ENV: 'local',
      },
    },
    {
      name: 'so does the function that one calls',
      localOnly,
      act: async ({ cloud }) => (await cloud.callFunction({ name: 'echo', data: { deeper: true } })).result.OPENID,
      answer: 'conformance-openid',
    },
    {
      name: 'data crosses as JSON: dates become text, undefined goes',
      localOnly,
      act: async ({ cloud }) => {
        const data = { at: new Date(0), gone: undefined, l: [1, null] }
        return (await cloud.callFunction({ name: 'echo', data })).result.event
      },
      answer: { at: '1970-01-01T00:00:00.000Z', l: [1, null] },
    },
    {
      name: 'without data the event is empty',
      localOnly,
      act: async ({ cloud }) => (await cloud.callFunction({ name: 'echo' })).result.event,
      answer: {},
    },
    {
      name: 'the answer has a result, a requestID and errMsg',
      localOnly,
      act: async ({ cloud }) => {
        const { result, errMsg, requestID } = await cloud.callFunction({ name: 'silent' })
        return [result, errMsg, typeof requestID]
      },
      answer: [null, 'callFunction:ok', 'string'],
    },
    {
      name: 'a function that throws rejects with its message',
      localOnly,
      act: ({ cloud }) => cloud.callFunction({ name: 'fails' }),
      error: { errMsg: expect.stringMatching(/^callFunction:fail .*no such fruit/), code: 'FUNCTIONS_EXECUTE_FAIL' },
    },
    {
      name: 'a function that takes too long rejects',
      localOnly,
      act: ({ cloud }) => cloud.callFunction({ name: 'slow' }),
      error: { errMsg: expect.stringMatching(/timed out after 0\.1 seconds/), code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' },
    },
    {
      name: 'a function that does not exist rejects',
      localOnly,
      act: ({ cloud }) => cloud.callFunction({ name: 'nobody' }),
      error: { errMsg: expect.stringMatching(/could not be found/), code: 'FUNCTION_NOT_FOUND' },
    },
    {
      name: 'a call without a name is refused by the SDK',
      act: ({ cloud, caught }) => caught(cloud.callFunction({})),
      answer: { errCode: -1, errMsg: expect.stringMatching(/name/) },
    },
  ],
}
