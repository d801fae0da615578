import { ScrollView, Text, View } from '@tarojs/components'
import type { CustomProduct } from '../../../domain/catalogue/product'
import { motifName } from '../../../domain/imprint/motifs'
import { tidyText } from '../../../domain/imprint/imprint'
import { FruitPreview } from '../../components/FruitPreview'
import { Icon } from '../../components/Icon'
import { Tap } from '../../components/Tap'
import { spoken } from '../../components/Tap/spoken'
import { say, t } from '../../locales/for-studio'
import { artStore, openDesign, type Design, type Drafts } from '../../state/design'
import { useStore } from '../../state/store'

/** A design in a few words. */
export function sayDesign({ kind, text, motif, picture }: Design): string {
  if (kind === 'motif') return motif ? say(motifName(motif)) : t('design.designEmpty')
  if (kind === 'picture') return picture ? t('design.designPicture') : t('design.designEmpty')
  return tidyText(text).replace(/\n/g, ' ') || t('design.designEmpty')
}

export interface StripProps {
  drafts: Drafts
  products: readonly CustomProduct[]
  onRemove: () => void
}

/** The designs of this order as small fruit: a tap opens one, the open one can be taken out. */
export function Strip({ drafts: { designs, at }, products, onRemove }: StripProps) {
  const art = useStore(artStore)
  return (
    <View className="strip">
      <ScrollView scrollX className="strip__row">
        <View className="strip__designs" {...spoken({ id: 'strip', label: t('design.designs'), role: 'tablist' })}>
          {designs.map((design, i) => {
            const product = products.find(({ _id }) => _id === design.productId) ?? products[0]
            return (
              <Tap
                key={design.id}
                id={`design-${i}`}
                className={`strip__design${i === at ? ' strip__design--on' : ''}`}
                role="tab"
                selected={i === at}
                label={t('design.designAt', { at: i + 1, what: sayDesign(design) })}
                onTap={() => openDesign(i)}
              >
                <FruitPreview
                  look={product.look}
                  size={44}
                  {...(art[design.id]?.[0] ? { art: art[design.id][0] } : {})}
                />
              </Tap>
            )
          })}
        </View>
      </ScrollView>
      <Tap id="remove-design" className="strip__remove" label={t('design.remove')} onTap={onRemove}>
        <Icon name="close" size={20} />
        <Text className="t-note">{t('design.removeAct')}</Text>
      </Tap>
    </View>
  )
}
