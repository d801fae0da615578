import Taro from '@tarojs/taro'

/** Opens a PDF in WeChat's reader, whose menu hands it on to a printer or another chat. Throws when it cannot be fetched. */
export async function openPdf(url: string): Promise<void> {
  const { tempFilePath } = await Taro.downloadFile({ url })
  await Taro.openDocument({ filePath: tempFilePath, fileType: 'pdf', showMenu: true })
}
