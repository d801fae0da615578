import { Text, View } from '@tarojs/components'
import { Icon } from '../Icon'
import { Tap } from '../Tap'
import './index.scss'

export interface SectionHeadProps {
  title: string
  /** Words at the right, e.g. 全部 12 款; with `onMore` they lead somewhere. */
  more?: string
  moreId?: string
  onMore?: () => void
}

export function SectionHead({ title, more, moreId, onMore }: SectionHeadProps) {
  return (
    <View className="section-head row row--apart">
      <Text className="t-section">{title}</Text>
      {more && !onMore && <Text className="t-note">{more}</Text>}
      {more && onMore && (
        <Tap {...(moreId ? { id: moreId } : {})} className="section-head__more t-note" role="link" onTap={onMore}>
          {more}
          <Icon name="right" size={16} />
        </Tap>
      )}
    </View>
  )
}
