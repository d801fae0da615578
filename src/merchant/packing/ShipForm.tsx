import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { PackingRow } from '../../../contract/views'
import { CARRIERS, type CarrierId } from '../../../domain/carriers'
import { call } from '../../cloud/door'
import { Button } from '../../components/Button'
import { Chips } from '../../components/Chips'
import { Field } from '../../components/Field'
import { Icon } from '../../components/Icon'
import { Tap } from '../../components/Tap'
import { scanCode } from '../../device/scan'
import { say, t } from '../../locales/for-staff'
import { contentOfLine, sayContent } from '../../staff/content'
import { useAction } from '../../state/action'
import { toast } from '../../state/toast'

type Tick = 'name' | 'spec' | 'quantity'

const ticks: readonly Tick[] = ['name', 'spec', 'quantity']
const words = { name: 'packing.checkName', spec: 'packing.checkSpec', quantity: 'packing.checkQuantity' } as const
const carriers = Object.keys(CARRIERS) as CarrierId[]

/** What each tick of the packing check has to show (S6). */
function shows(row: PackingRow, tick: Tick): string {
  if (tick === 'quantity') return t('staff.pieces', { count: row.pieces })
  return row.lines
    .map((line) => (tick === 'name' ? `${say(line.name)} · ${sayContent(contentOfLine(line))}` : say(line.packName)))
    .join('，')
}

/** Packing check, carrier, waybill, and the seal that ships it (S6, S7). */
export function ShipForm({ row, onShipped }: { row: PackingRow; onShipped: () => Promise<void> }) {
  const [checked, setChecked] = useState<readonly Tick[]>([])
  const [carrier, setCarrier] = useState<CarrierId>(row.suggestedCarrier)
  const [waybill, setWaybill] = useState('')
  const ship = useAction(async (key: string) => {
    await call('packing.ship', { id: row.id, key, carrier, waybill: waybill.trim() })
    toast(t('packing.sent'))
    await onShipped()
  })
  const toggle = (tick: Tick) =>
    setChecked(checked.includes(tick) ? checked.filter((each) => each !== tick) : [...checked, tick])
  const write = (value: string) => {
    setWaybill(value)
    ship.clear()
  }
  const scan = async () => {
    const code = await scanCode()
    if (code !== null) write(code)
  }
  const missing =
    checked.length < ticks.length ? t('packing.checkFirst') : waybill.trim() === '' ? t('packing.waybillFirst') : null
  return (
    <View className="stack">
      <View className="rule" />
      <View className="pack__checks">
        {ticks.map((tick) => (
          <Tap
            key={tick}
            id={`check-${tick}`}
            className={`pack__check${checked.includes(tick) ? ' pack__check--on' : ''}`}
            role="checkbox"
            selected={checked.includes(tick)}
            label={`${t(words[tick])}：${shows(row, tick)}`}
            onTap={() => toggle(tick)}
          >
            <View className="pack__box">{checked.includes(tick) && <Icon name="check" size={16} />}</View>
            <Text className="pack__word">{t(words[tick])}</Text>
            <Text className="grow">{shows(row, tick)}</Text>
          </Tap>
        ))}
      </View>
      <View className="stack">
        <View className="row row--apart">
          <Text className="t-strong">{t('packing.carrier')}</Text>
          <Text className="t-note">{t('packing.suggested', { carrier: say(CARRIERS[row.suggestedCarrier]) })}</Text>
        </View>
        <Chips
          id="carrier"
          label={t('packing.carrier')}
          items={carriers.map((key) => ({ key, word: say(CARRIERS[key]) }))}
          value={carrier}
          onPick={setCarrier}
        />
      </View>
      <Field
        id="field-waybill"
        label={t('packing.waybill')}
        placeholder={t('packing.waybillPlaceholder')}
        value={waybill}
        maxLength={40}
        error={ship.error?.message}
        onInput={write}
      />
      {process.env.TARO_ENV === 'weapp' && (
        <Button id="scan-waybill" kind="secondary" icon="scan" onTap={() => void scan()}>
          {t('packing.scan')}
        </Button>
      )}
      <Button
        id="ship"
        kind="seal"
        icon="truck"
        busy={ship.busy}
        disabled={missing !== null}
        {...(missing ? { reason: missing } : {})}
        onTap={() => void ship.run()}
      >
        {t('packing.ship')}
      </Button>
    </View>
  )
}
