import { View } from '@tarojs/components'
import { dayOf, sayDay } from '../../../domain/time'
import { BottomBar } from '../../components/BottomBar'
import { Button } from '../../components/Button'
import { mostPacks } from '../../components/PackChoice/limits'
import { Price } from '../../components/Price'
import { language, say, t } from '../../locales/for-studio'
import type { Design } from '../../state/design'
import { packFor, type CustomView } from './shelf'

export interface BarProps {
  view: CustomView
  design: Design
  /** The designs that can be ordered as they are. */
  lines: readonly { id: string; fen: number }[]
  now: string
  onOrder: () => void
}

/** What it costs and when it leaves: this design, or all of the order when there are several. */
export function Bar({ view, design, lines, now, onOrder }: BarProps) {
  const pack = packFor(view, design)
  const off = view.refusal !== null || mostPacks(view, pack) === 0
  const day = sayDay(view.expectedSendDay, language(), dayOf(now))
  const others = lines.filter(({ id }) => id !== design.id)
  const amount = others.reduce((sum, { fen }) => sum + fen, pack.priceFen * design.packs)
  const note =
    others.length > 0
      ? t('design.several', { count: others.length + 1, day })
      : t('design.sends', { pack: say(pack.name), day })
  const left = (
    <View>
      <Price id="studio-price" amount={amount} size="large" />
      <View className="t-note">{view.refusal ? say(view.refusal.message) : note}</View>
      {!off && <View className="t-note">{t('checkout.plusFreight')}</View>}
    </View>
  )
  return (
    <BottomBar left={left}>
      <Button id="order" disabled={off} onTap={onOrder}>
        {t('design.order')}
      </Button>
    </BottomBar>
  )
}
