import Taro from '@tarojs/taro'

const tabs = ['pages/home/index', 'pages/studio/index', 'pages/orders/index', 'pages/me/index']

/** Opens a page by the address a message carries, e.g. `pages/order/index?no=GY…`; tab pages are switched to. */
export async function openPage(page: string): Promise<void> {
  const url = `/${page.replace(/^\//, '')}`
  if (tabs.includes(url.slice(1).split('?')[0])) await Taro.switchTab({ url })
  else await Taro.navigateTo({ url })
}
