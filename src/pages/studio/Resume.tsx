import { View } from '@tarojs/components'
import type { ProductView } from '../../../contract'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { FruitPreview } from '../../components/FruitPreview'
import { t } from '../../locales'
import { artStore, draftsStore, textImprint, type Design } from '../../state/design'
import { useStore } from '../../state/store'
import { openStudio } from './open-studio'

/** What was begun, and the way back to it. */
export function Resume({ design, view }: { design: Design; view: ProductView }) {
  const { designs } = useStore(draftsStore)
  const [art] = useStore(artStore)[design.id] ?? []
  const words = design.kind === 'text' ? textImprint(design).text.replace(/\n/g, ' ') : ''
  return (
    <Card id="studio-resume" label={t('studio.resume')} onTap={() => openStudio()}>
      <View className="row row--wide">
        <FruitPreview look={view.product.look} size={72} {...(words ? { words } : {})} {...(art ? { art } : {})} />
        <View className="grow">
          <View className="t-note">{t('studio.resume')}</View>
          <View className="t-head t-cut">{words ? t('studio.resumeWords', { words }) : t('studio.resumeOther')}</View>
          {designs.length > 1 && <View className="t-note">{t('studio.resumeSeveral', { count: designs.length })}</View>}
        </View>
        <Button id="studio-go-on" small onTap={() => openStudio()}>
          {t('studio.resumeAct')}
        </Button>
      </View>
    </Card>
  )
}
