import { colours } from './look/tokens'

const tab = (page: string, text: string, icon: string) => ({
  pagePath: `pages/${page}/index`,
  text,
  iconPath: `assets/tab/${icon}.png`,
  selectedIconPath: `assets/tab/${icon}-on.png`,
})

const mainPages = ['home', 'studio', 'orders', 'me', 'product', 'checkout', 'order', 'inbox']

const config: Taro.AppConfig & { __usePrivacyCheck__: boolean } = {
  pages: mainPages.map((page) => `pages/${page}/index`),
  subPackages: [
    {
      root: 'merchant',
      name: 'merchant',
      pages: ['desk', 'review', 'intake', 'bench', 'packing', 'claims', 'claim', 'troubles', 'inbox'].map(
        (page) => `${page}/index`,
      ),
    },
    { root: 'aftersale', name: 'aftersale', pages: ['claim/index', 'reply/index'] },
    { root: 'studio', name: 'studio', pages: ['design/index'] },
    { root: 'orchard', name: 'orchard', pages: ['week', 'sheets', 'job', 'inbox'].map((page) => `${page}/index`) },
  ],
  // What somebody on these pages may want next.
  preloadRule: {
    'pages/order/index': { network: 'all', packages: ['aftersale'] },
    'pages/home/index': { network: 'all', packages: ['studio'] },
    'pages/studio/index': { network: 'all', packages: ['studio'] },
    'pages/product/index': { network: 'all', packages: ['studio'] },
  },
  window: {
    navigationBarTitleText: '果印',
    navigationBarBackgroundColor: colours.paper,
    navigationBarTextStyle: 'black',
    navigationStyle: 'default',
    backgroundColor: colours.paper,
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: colours['ink-2'],
    selectedColor: colours.leaf,
    backgroundColor: colours.card,
    borderStyle: 'white',
    list: [
      tab('home', '果园', 'orchard'),
      tab('studio', '印一句', 'write'),
      tab('orders', '订单', 'orders'),
      tab('me', '我的', 'me'),
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  requiredPrivateInfos: ['chooseAddress'],
}

export default defineAppConfig(config)
