import cloud from 'wx-server-sdk'
import type { Files } from './ports'

const MOST_LINKS = 50

/** Cloud storage behind the port. */
export function createFiles(): Files {
  return {
    async write(cloudPath, bytes) {
      const { fileID } = await cloud.uploadFile({ cloudPath, fileContent: Buffer.from(bytes) })
      return fileID
    },
    async links(fileIds) {
      const wanted = [...new Set(fileIds)]
      const links: Record<string, string> = {}
      for (let from = 0; from < wanted.length; from += MOST_LINKS) {
        const answer = await cloud.getTempFileURL({ fileList: wanted.slice(from, from + MOST_LINKS) })
        for (const { fileID, tempFileURL } of answer?.fileList ?? []) if (tempFileURL) links[fileID] = tempFileURL
      }
      return links
    },
  }
}
