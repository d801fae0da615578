import { Image, Text, View } from '@tarojs/components'
import { layoutText } from '../../imprint/layout'
import { spoken } from '../components/Tap/spoken'
import { t } from '../locales/for-staff'
import { artSrc } from '../look/art'
import { px } from '../look/size'
import { colours } from '../look/tokens'
import { sayContent, type Content } from './content'
import './paper.scss'

export interface PaperProps {
  content: Content
  caption: string
  /** Fills its column instead of lying in a corner. */
  wide?: boolean
}

/** The order's content on a slip of paper, as it was ordered: what the fruit is held against. */
export function Paper({ content, caption, wide }: PaperProps) {
  return (
    <View
      className={`paper${wide ? ' paper--wide' : ''}`}
      {...spoken({ label: `${caption}：${sayContent(content)}`, role: 'img' })}
    >
      <View className={`paper__sheet paper__sheet--${content.kind === 'grown' ? 'art' : 'song'}`}>
        {drawn(content, wide ? 148 : 76)}
      </View>
      <View className="paper__caption">{caption}</View>
      {content.kind === 'grown' && <View className="paper__said">{sayContent(content)}</View>}
    </View>
  )
}

function drawn(content: Content, room: number) {
  if (content.kind === 'none') return <Text className="t-note">{t('staff.plain')}</Text>
  // A stencil is square, like its room on the slip; where each fruit has its own, they share it.
  if (content.kind === 'grown') {
    const side = room / Math.ceil(Math.sqrt(Math.max(1, content.art.length)))
    return content.art.map((d, at) => (
      <Image key={at} style={{ width: px(side), height: px(side) }} src={artSrc(d, colours.ink)} />
    ))
  }
  const { lines } = layoutText(content.words)
  const longest = Math.max(...lines.map((line) => [...line].length), 1)
  const size = Math.max(12, Math.min(room * 0.4, room / longest, room / (lines.length * 1.2)))
  return lines.map((line, at) => (
    <View key={at} style={{ fontSize: px(size), lineHeight: px(Math.round(size * 1.16)) }}>
      {line}
    </View>
  ))
}
