import { Text, View } from '@tarojs/components'
import { FRAMES, type FrameId } from '../../../domain/imprint/motifs'
import { Segmented } from '../../components/Segmented'
import { say, t } from '../../locales/for-studio'
import { changeDesign, type Design } from '../../state/design'

interface OptionProps<K extends string> {
  id: string
  label: string
  items: readonly { key: K; word: string }[]
  value: K
  onPick: (key: K) => void
}

function Option<K extends string>(props: OptionProps<K>) {
  return (
    <View className="row option">
      <Text className="t-strong option__label">{props.label}</Text>
      <View className="grow">
        <Segmented {...props} />
      </View>
    </View>
  )
}

/** How the words are set: across or down, framed or not, all on each fruit or one on each. */
export function Options({ design }: { design: Design }) {
  const { direction, frame, perFruit } = design
  const none = 'none'
  return (
    <View className="stack">
      <Option
        id="spread"
        label={t('design.spread')}
        items={[
          { key: 'same', word: t('design.same') },
          { key: 'each', word: t('design.perFruit') },
        ]}
        value={perFruit ? 'each' : 'same'}
        onPick={(key) => changeDesign({ perFruit: key === 'each', mend: false })}
      />
      {!perFruit && (
        <Option
          id="direction"
          label={t('design.direction')}
          items={[
            { key: 'rows', word: t('design.rows') },
            { key: 'columns', word: t('design.columns') },
          ]}
          value={direction}
          onPick={(key) => changeDesign({ direction: key, mend: false })}
        />
      )}
      <Option<FrameId | typeof none>
        id="frame"
        label={t('design.frame')}
        items={[
          { key: none, word: t('design.noFrame') },
          ...FRAMES.map(({ id, words }) => ({ key: id, word: say(words) })),
        ]}
        value={frame ?? none}
        onPick={(key) => changeDesign({ frame: key === none ? null : key, mend: false })}
      />
    </View>
  )
}
