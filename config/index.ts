import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { sassTokens } from './look-sass'

const root = path.resolve(__dirname, '..')
const sharedRooms = ['domain', 'contract', 'imprint'].map((room) => path.join(root, room))

/** Files outside src/ that both builds must down-level: our shared rooms, and the one library that ships modern syntax. */
const compile = {
  include: [
    (file: string) => sharedRooms.some((room) => file.startsWith(room + path.sep)),
    (file: string) => /node_modules[\\/]valibot[\\/]/.test(file),
  ],
}

const target = process.env.TARO_ENV === 'h5' ? 'h5' : 'weapp'
const local = target === 'h5' || process.env.GUOYIN_APP_LOCAL === '1'
const localCloudUrl = target === 'weapp' && local ? (process.env.LOCAL_CLOUD_URL ?? 'http://127.0.0.1:8600') : ''

const pictures = ['assets', 'studio/assets'].map((folder) => ({
  from: `src/${folder}/`,
  to: `dist/${target}/${folder}/`,
}))
/** Reads a tag's QR code from a photo (src/device/tag.h5.ts); WeChat has a scanner of its own. */
const tagReader = {
  from: path.relative(root, require.resolve('zxing-wasm/reader/zxing_reader.wasm')),
  to: 'dist/h5/static/zxing_reader.wasm',
}

export default defineConfig<'webpack5'>(async () => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'guoyin',
    date: '2025-11-1',
    designWidth: 375,
    deviceRatio: { 375: 2, 750: 1 },
    sourceRoot: 'src',
    outputRoot: `dist/${target}`,
    plugins: [path.join(__dirname, 'template-plugin.ts')],
    defineConstants: {
      CLOUD_MODE: JSON.stringify(local ? 'local' : 'wechat'),
      LOCAL_CLOUD_URL: JSON.stringify(localCloudUrl),
    },
    copy: { patterns: [...pictures, ...(target === 'h5' ? [tagReader] : [])], options: {} },
    // Our deepest page nests twelve elements; every further level repeats all templates in base.wxml.
    baseLevel: 14,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: {
      enable: true,
      name: `${target}-${local ? 'local' : 'wechat'}`,
      buildDependencies: {
        config: [
          path.join(__dirname, 'look-sass.ts'),
          path.join(root, 'src/look/tokens.ts'),
          path.join(root, 'src/look/icons.ts'),
        ],
      },
    },
    sass: { data: sassTokens() },
    // Chinese as itself: three bytes a character instead of six.
    terser: { enable: true, config: { output: { ascii_only: false } } },
    mini: {
      compile,
      // Nobody sets innerHTML, and its parser would go into every phone.
      runtime: { enableInnerHTML: false },
      miniCssExtractPluginOption: { ignoreOrder: true },
      postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
    },
    h5: {
      publicPath: './',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      compile,
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      // The workbench shows phones in frames: px stay px, no root font size that follows the window.
      postcss: {
        autoprefixer: { enable: true, config: {} },
        pxtransform: { enable: false, config: {} },
        cssModules: { enable: false },
      },
    },
  }
  return config
})
