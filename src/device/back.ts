import Taro from '@tarojs/taro'

/** Goes back to the page below; to `url` when this page was opened by itself, as from a message. */
export async function goBack(url: string): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack()
  else await Taro.redirectTo({ url })
}
