import Taro from '@tarojs/taro'
import { t } from '../locales'
import { toast } from '../state/toast'

/** Copies a text and says so. */
export async function copyText(text: string): Promise<void> {
  await Taro.setClipboardData({ data: text })
  if (process.env.TARO_ENV === 'h5') toast(t('app.copied'))
}
