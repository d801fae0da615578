import cloud from 'wx-server-sdk'
import type { Files } from './ports'

const MOST_LINKS = 50

/** Cloud storage behind the port. */
export function createFiles(): Files {
  return {
    async photo(fileId) {
      // The SDK turns a missing file into a failed call; the list of links says which one it is.
      if (!(await this.links([fileId]))[fileId]) return 'gone'
      const { fileContent } = await cloud.downloadFile({ fileID: fileId })
      // The decoders are loaded with the first photo: most events need none.
      const { decodePhoto } = await import('../../imprint/press/decode-photo')
      return decodePhoto(fileContent) ?? 'unreadable'
    },
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
