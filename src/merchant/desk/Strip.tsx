import { View } from '@tarojs/components'
import type { DeskView } from '../../../contract/views'
import { spoken } from '../../components/Tap/spoken'
import { t } from '../../locales/for-staff'
import { colours } from '../../look/tokens'
import type { Wait } from './tiles'

/** Where the fruit under way stands, in true proportion; the tiles below name its colours. */
export function Strip({ desk, waits }: { desk: DeskView; waits: readonly Wait[] }) {
  const label = waits.map(({ key, word }) => `${t(word)} ${desk[key]}`).join('，')
  return (
    <View className="strip" {...spoken({ id: 'strip', label, role: 'img' })}>
      {waits
        .filter(({ key }) => desk[key] > 0)
        .map(({ key, colour }) => (
          <View key={key} className="strip__part" style={{ flexGrow: desk[key], background: colours[colour] }} />
        ))}
    </View>
  )
}
