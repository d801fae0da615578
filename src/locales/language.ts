import Taro from '@tarojs/taro'
import type { Language } from '../../domain/words'

let known: Language | undefined

/** The reader's language: as chosen in 我的, else what WeChat is set to, Chinese unless that is English. */
export function language(): Language {
  known ??= readLanguage()
  return known
}

/** Keeps the reader's choice; what is on the screen changes when it is drawn again. */
export function chooseLanguage(chosen: Language): void {
  known = chosen
  Taro.setStorageSync('language', chosen)
}

// A phone's answer may be missing in an old base library; the shop speaks Chinese then.
function readLanguage(): Language {
  try {
    // The workbench around a browser phone says which language it speaks, as WeChat's own setting would.
    const asked = process.env.TARO_ENV === 'h5' ? new URLSearchParams(window.location.search).get('lang') : null
    if (asked === 'zh' || asked === 'en') return asked
    const chosen: unknown = Taro.getStorageSync('language')
    if (chosen === 'zh' || chosen === 'en') return chosen
    return Taro.getAppBaseInfo().language?.toLowerCase().startsWith('en') ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}
