import { Text, View } from '@tarojs/components'
import type { CustomProduct } from '../../../domain/catalogue/product'
import { charactersOf, spreadRefusal } from '../../../domain/imprint/imprint'
import { svgPath, type Path } from '../../../imprint/outline/path'
import { FruitPreview } from '../../components/FruitPreview'
import { Icon } from '../../components/Icon'
import { Tap } from '../../components/Tap'
import { say, t } from '../../locales/for-studio'
import { textImprint, type Design } from '../../state/design'

export interface SpreadProps {
  product: CustomProduct
  design: Design
  paths: readonly Path[]
  /** Which fruit is on the stage. */
  at: number
  onShow: (at: number) => void
}

/** One character on each fruit: the fruit in a row, and which boxes they fill evenly. */
export function Spread({ product, design, paths, at, onShow }: SpreadProps) {
  const chars = charactersOf(design.text)
  if (chars.length < 2) return null
  const imprint = textImprint(design)
  return (
    <View className="stack">
      <View className="spread">
        {chars.map((char, i) => (
          <Tap
            key={i}
            id={`fruit-${i}`}
            className={`spread__fruit${i === at ? ' spread__fruit--on' : ''}`}
            label={t('design.spreadShow', { at: i + 1, char })}
            onTap={() => onShow(i)}
          >
            <FruitPreview look={product.look} size={52} art={svgPath(paths[i] ?? [])} />
          </Tap>
        ))}
      </View>
      <View className="spread__boxes">
        {product.packs.map((pack) => {
          const fits = spreadRefusal(imprint, pack.pieces) === null
          return (
            <View key={pack.id} id={`spread-${pack.id}`} className={`row spread__box${fits ? ' t-leaf' : ' t-quiet'}`}>
              <Icon name={fits ? 'check-circle' : 'slash'} size={16} />
              <Text>
                {t(fits ? 'design.spreadFits' : 'design.spreadNot', {
                  pack: say(pack.name),
                  count: Math.floor(pack.pieces / chars.length),
                })}
              </Text>
            </View>
          )
        })}
      </View>
    </View>
  )
}
