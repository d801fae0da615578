import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { RETURN_ADDRESS } from '../../../domain/aftersale/return-address'
import { sayPlace } from '../../../domain/address'
import { CARRIERS, type CarrierId } from '../../../domain/carriers'
import { call } from '../../cloud/door'
import { BottomBar } from '../../components/BottomBar'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Chips } from '../../components/Chips'
import { Field } from '../../components/Field'
import { Icon } from '../../components/Icon'
import { Page } from '../../components/Page'
import { Tap } from '../../components/Tap'
import { copyText } from '../../device/clipboard'
import { scanCode } from '../../device/scan'
import { say, t } from '../../locales/for-claims'
import { useAction } from '../../state/action'
import { toast } from '../../state/toast'
import type { ReplyProps } from './props'
import './index.scss'

const carriers = Object.keys(CARRIERS) as CarrierId[]

/** The parcel the fruit goes back in: its carrier and waybill. */
export function SendBackForm({ claim, page, done }: ReplyProps) {
  const [carrier, setCarrier] = useState<CarrierId>('SF')
  const [waybill, setWaybill] = useState('')
  const submit = useAction(async (key: string, by: CarrierId, no: string) => {
    await call('orders.sendBackGoods', { id: claim.id, key, carrier: by, waybill: no })
    toast(t('aftersale.sentBack'))
    await done()
  })
  const write = (value: string) => {
    setWaybill(value)
    submit.clear()
  }
  const scan = async () => {
    const code = await scanCode()
    if (code !== null) write(code)
  }
  const bar = (
    <BottomBar>
      <Button
        id="submit-reply"
        grow={1}
        icon="truck"
        busy={submit.busy}
        onTap={() => void submit.run(carrier, waybill.trim())}
      >
        {t('aftersale.sendBack')}
      </Button>
    </BottomBar>
  )
  return (
    <Page {...page} bar={bar}>
      <Card>
        <View className="row row--top">
          <Icon name="pin" size={20} color="ink-2" />
          <View className="grow">
            <Text className="t-note">{t('aftersale.returnTo')}</Text>
            <View className="t-strong">
              {RETURN_ADDRESS.name} {RETURN_ADDRESS.phone}
            </View>
            <View className="t-body t-quiet">{sayPlace(RETURN_ADDRESS)}</View>
            <View className="t-note">{t('aftersale.packWell')}</View>
          </View>
          <Tap
            id="copy-address"
            className="reply-copy"
            label={t('aftersale.copyAddress')}
            onTap={() => void copyText(`${RETURN_ADDRESS.name} ${RETURN_ADDRESS.phone} ${sayPlace(RETURN_ADDRESS)}`)}
          >
            <Icon name="copy" size={20} color="leaf" />
          </Tap>
        </View>
      </Card>
      <Card>
        <View className="stack">
          <Text className="t-strong">{t('aftersale.carrier')}</Text>
          <Chips
            id="carrier"
            label={t('aftersale.carrier')}
            items={carriers.map((key) => ({ key, word: say(CARRIERS[key]) }))}
            value={carrier}
            onPick={setCarrier}
          />
          <Field
            id="field-waybill"
            label={t('aftersale.waybill')}
            placeholder={t('aftersale.waybillPlaceholder')}
            value={waybill}
            maxLength={40}
            error={submit.error?.message}
            onInput={write}
          />
          {process.env.TARO_ENV === 'weapp' && (
            <Button id="scan-waybill" kind="secondary" icon="scan" onTap={() => void scan()}>
              {t('aftersale.scan')}
            </Button>
          )}
        </View>
      </Card>
    </Page>
  )
}
