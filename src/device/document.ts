import Taro from '@tarojs/taro'

/** A file in cloud storage: a link that expires, and its id where it is known. */
export interface Stored {
  url: string
  fileId?: string
}

// A link may only be fetched from domains the mini-program has registered; cloud storage is asked by id.
async function fetched({ url, fileId }: Stored): Promise<string> {
  const byId = CLOUD_MODE !== 'local' && fileId !== undefined
  const { tempFilePath } = await (byId ? Taro.cloud.downloadFile({ fileID: fileId }) : Taro.downloadFile({ url }))
  return tempFilePath
}

/** Opens a PDF in WeChat's reader, whose menu hands it on to a printer or another chat. Throws when it cannot be fetched. */
export async function openPdf(file: Stored): Promise<void> {
  await Taro.openDocument({ filePath: await fetched(file), fileType: 'pdf', showMenu: true })
}
