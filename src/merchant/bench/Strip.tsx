import { ScrollView, Text, View } from '@tarojs/components'
import type { BenchView } from '../../../contract/views'
import { Icon } from '../../components/Icon'
import { Tap } from '../../components/Tap'
import { spoken } from '../../components/Tap/spoken'
import { t } from '../../locales/for-staff'
import { contentOfLine, nameOfDesign } from '../../staff/content'
import { designOn, numbersOf, stateOf } from './crate'
import './strip.scss'

const said = { good: 'bench.fruitGood', bad: 'bench.fruitBad', open: 'bench.fruitOpen' } as const

/** Every fruit of the parcel by its number: good, bad or open. A tap opens it, and judges it anew. */
export function Strip({ parcel, at, onPick }: { parcel: BenchView; at: number; onPick: (fruit: number) => void }) {
  const content = contentOfLine(parcel.lines[0])
  const numbers = numbersOf(parcel)
  const first = numbers[Math.max(0, numbers.indexOf(at) - 2)]
  return (
    <ScrollView scrollX className="strip" scrollIntoView={`fruit-${first}`}>
      <View className="strip__row" {...spoken({ id: 'strip', label: t('bench.strip'), role: 'tablist' })}>
        {numbers.map((fruit) => {
          const state = stateOf(parcel, fruit)
          const design = nameOfDesign(content, designOn(parcel, fruit))
          return (
            <Tap
              key={fruit}
              id={`fruit-${fruit}`}
              className={`strip__fruit strip__fruit--${state}${fruit === at ? ' strip__fruit--at' : ''}`}
              role="tab"
              label={t(said[state], { fruit }) + (design ? `，${design}` : '')}
              selected={fruit === at}
              onTap={() => onPick(fruit)}
            >
              <Text className="strip__number">{fruit}</Text>
              {state === 'open' ? (
                <Text className="strip__design">{design ?? ''}</Text>
              ) : (
                <Icon name={state === 'good' ? 'check' : 'close'} size={16} />
              )}
            </Tap>
          )
        })}
      </View>
    </ScrollView>
  )
}
