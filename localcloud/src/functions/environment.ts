import { type Caller, writeToken } from '../identity'

/** Environment variables; undefined takes one away. */
export type Environment = Record<string, string | undefined>

export const SECRET_ID = 'local-id'
const ENVIRONMENT_ID = 'local'
/** What a process needs to run at all; nothing else of the developer's own environment reaches a function. */
const INHERITED = [
  'PATH',
  'Path',
  'HOME',
  'USERPROFILE',
  'TMPDIR',
  'TMP',
  'TEMP',
  'SystemRoot',
  'windir',
  'LANG',
  'NODE_PATH',
]

/** The variables by which the platform points the SDK to its service: all that redirects it here. */
export function sdkEnvironment(url: string): Record<string, string> {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: ENVIRONMENT_ID,
    TCB_ENV: ENVIRONMENT_ID,
    TENCENTCLOUD_SECRETID: SECRET_ID,
    TENCENTCLOUD_SECRETKEY: 'local-key',
    TENCENTCLOUD_SESSIONTOKEN: '',
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID,TCB_SOURCE,TCB_SESSIONTOKEN,TCB_ROUTE_KEY,TCB_TRACELOG',
    WX_CONTEXT_KEYS: 'WX_CLIENTIP,WX_OPENID,WX_APPID,WX_UNIONID,WX_API_TOKEN',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  }
}

/** The environment of a new instance. */
export function instanceEnvironment(url: string, extra: Record<string, string>): Record<string, string> {
  const inherited = INHERITED.flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name] as string]],
  )
  return { ...Object.fromEntries(inherited), TZ: 'UTC', ...extra, ...sdkEnvironment(url) }
}

/** Where an invocation comes from. */
export type Source = 'client' | 'function' | 'timer' | 'service'

/** The variables of one invocation: all of them are named, so that nothing of the invocation before remains. */
export function invocationEnvironment(caller: Caller, appId: string, source: Source): Environment {
  const SOURCES: Record<Source, string | undefined> = {
    client: 'wx_client',
    function: caller.openid === undefined ? 'scf' : 'wx_client,scf',
    timer: undefined,
    service: undefined,
  }
  return {
    WX_OPENID: caller.openid,
    WX_APPID: source === 'timer' ? undefined : appId,
    WX_UNIONID: caller.unionid,
    WX_CLIENTIP: caller.openid === undefined ? undefined : '127.0.0.1',
    WX_API_TOKEN: writeToken(caller),
    TCB_SOURCE: SOURCES[source],
    TRIGGER_SRC: source === 'timer' ? 'timer' : undefined,
  }
}
