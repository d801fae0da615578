import { randomUUID } from 'node:crypto'
import { type Action } from '../http/action'
import { type Storage } from './files'

const UPLOAD_LIFETIME_S = 3600

interface FileRequest {
  path?: string
  file_list?: { fileid: string; max_age?: number }[]
  fileid_list?: string[]
}

/** The storage actions of the SDK. */
export function storageActions(storage: Storage, now: () => number, baseUrl: () => string): Record<string, Action> {
  return {
    'storage.getUploadMetadata': (parameters) => {
      const { path = '' } = parameters as FileRequest
      const fileId = storage.fileIdOf(path)
      const expires = Math.floor(now() / 1000) + UPLOAD_LIFETIME_S
      return {
        data: {
          url: `${baseUrl()}/files/${encodeURI(path)}?t=${expires}`,
          token: 'local',
          authorization: storage.sign('put', path, expires),
          fileId,
          cosFileId: randomUUID(),
        },
      }
    },
    'storage.batchGetDownloadUrl': (parameters) => {
      const { file_list = [] } = parameters as FileRequest
      const files = file_list.map(({ fileid, max_age }) => ({
        fileId: fileid,
        ...(max_age === undefined ? {} : { maxAgeS: max_age }),
      }))
      return { data: { download_list: storage.tempUrls(files, baseUrl()) } }
    },
    'storage.batchDeleteFile': (parameters) => {
      const { fileid_list = [] } = parameters as FileRequest
      return {
        data: {
          delete_list: fileid_list.map((fileID) => ({
            fileID,
            code: storage.remove(fileID) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST',
          })),
        },
      }
    },
  }
}
