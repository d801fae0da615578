import Taro from '@tarojs/taro'
import { freshId } from '../state/fresh-id'
import { offline } from './call-error'
import { localOpenid } from './identity'

/** A picture on this phone: a temporary path in WeChat, a Blob in a browser. `name` carries the extension. */
export interface LocalFile {
  source: string | Blob
  name: string
}

const localAnswer = (text: string) => (JSON.parse(text) as { fileID: string }).fileID

async function uploadLocal(path: string, { source, name }: LocalFile): Promise<string> {
  const url = `${LOCAL_CLOUD_URL}/upload?path=${encodeURIComponent(path)}`
  const header = { 'x-wx-openid': localOpenid() }
  if (typeof source === 'string') {
    const answer = await Taro.uploadFile({ url, filePath: source, name: 'file', fileName: name, header })
    if (answer.statusCode >= 400) throw offline()
    return localAnswer(answer.data)
  }
  const answer = await fetch(url, { method: 'POST', headers: header, body: source })
  if (!answer.ok) throw offline()
  return localAnswer(await answer.text())
}

async function uploadWechat(path: string, { source }: LocalFile): Promise<string> {
  const answer = await Taro.cloud.uploadFile({ cloudPath: path, filePath: String(source) })
  return answer.fileID
}

/** Puts a picture into cloud storage under `folder`; resolves to its fileID. Throws CallError `OFFLINE`. */
export async function upload(file: LocalFile, folder: 'designs' | 'photos'): Promise<string> {
  const extension = /\.\w+$/.exec(file.name)?.[0] ?? '.jpg'
  const path = `${folder}/${freshId()}${extension}`
  const sent = CLOUD_MODE === 'local' ? uploadLocal(path, file) : uploadWechat(path, file)
  return sent.catch(() => {
    throw offline()
  })
}
