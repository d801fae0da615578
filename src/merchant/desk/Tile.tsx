import { Text, View } from '@tarojs/components'
import { Icon } from '../../components/Icon'
import { Tap } from '../../components/Tap'
import { t } from '../../locales/for-staff'
import type { DeskTile } from './tiles'

/** One count. Its id is `tile-<key>`; a count of nothing steps back. */
export function Tile({
  tile,
  count,
  tall,
  onTap,
}: {
  tile: DeskTile
  count: number
  tall?: boolean
  onTap: () => void
}) {
  const word = t(tile.word)
  return (
    <Tap
      id={`tile-${tile.key}`}
      className={`tile${tall ? ' tile--tall' : ''}${count === 0 ? ' tile--none' : ''}`}
      role="link"
      label={`${word} ${count}`}
      onTap={onTap}
    >
      <View className="row row--apart">
        <Icon name={tile.icon} size={tall ? 24 : 20} {...(count > 0 ? { color: tile.colour } : {})} />
        {tall && <Icon name="right" size={16} />}
      </View>
      <Text className="tile__count">{count}</Text>
      <Text className="tile__word">{word}</Text>
    </Tap>
  )
}
