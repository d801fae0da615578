import Taro, { useDidShow } from '@tarojs/taro'
import type { Language } from '../../domain/words'
import { language, t } from '../locales'

// What app.config.ts says until somebody chooses otherwise.
let said: Language = 'zh'

/** Puts the tab bar into the reader's language. For tab pages: WeChat changes a tab bar only while it is shown. */
export function useTabWords(): void {
  useDidShow(() => {
    if (language() === said) return
    said = language()
    const words = [t('home.title'), t('studio.title'), t('orders.tab'), t('me.title')]
    words.forEach((text, index) => void Taro.setTabBarItem({ index, text }))
  })
}
