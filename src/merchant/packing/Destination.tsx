import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { PackingRow } from '../../../contract/views'
import { sayPlace, type Address } from '../../../domain/address'
import { call } from '../../cloud/door'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { Tap } from '../../components/Tap'
import { spoken } from '../../components/Tap/spoken'
import { copyText } from '../../device/clipboard'
import { t } from '../../locales/for-staff'
import { useAction } from '../../state/action'

/** Where it goes: masked, until somebody asks for this parcel's address. That look is recorded (I3, W3), and said so. */
export function Destination({ row, opened }: { row: PackingRow; opened: boolean }) {
  const [whole, setWhole] = useState<Address | null>(null)
  const reveal = useAction(async (key: string) => {
    setWhole((await call('packing.address', { id: row.id, key })).address)
  })
  const to = whole ?? row.to
  return (
    <View className="pack__to">
      <View className="row row--apart row--top">
        <Icon name="pin" size={20} color="ink-2" />
        <View className="grow" {...spoken({ id: `to-${row.id}` })}>
          <View className="t-strong">
            {to.name} {to.phone}
          </View>
          <View className="t-body t-quiet">{sayPlace(to)}</View>
        </View>
        {whole ? (
          <Tap
            id={`copy-${row.id}`}
            className="pack__copy"
            label={t('packing.copy')}
            onTap={() => void copyText(`${whole.name} ${whole.phone} ${sayPlace(whole)}`)}
          >
            <Icon name="copy" size={20} color="leaf" />
          </Tap>
        ) : opened ? (
          <Button
            id={`reveal-${row.id}`}
            kind="secondary"
            small
            icon="eye"
            busy={reveal.busy}
            onTap={() => void reveal.run()}
          >
            {t('packing.reveal')}
          </Button>
        ) : null}
      </View>
      {opened && <Text className="t-note">{t(whole ? 'packing.recorded' : 'packing.willRecord')}</Text>}
    </View>
  )
}
