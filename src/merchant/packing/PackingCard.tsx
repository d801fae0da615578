import { Text, View } from '@tarojs/components'
import type { PackingRow } from '../../../contract/views'
import { Card } from '../../components/Card'
import { Icon } from '../../components/Icon'
import { Tap } from '../../components/Tap'
import { say, t } from '../../locales/for-staff'
import { contentOfLine, sayContent } from '../../staff/content'
import { Line } from '../../staff/Line'
import { Destination } from './Destination'
import { isPart } from '../../../domain/fulfilment/fruit'
import { countIn } from './part'
import { ShipForm } from './ShipForm'
import './packing.scss'

export interface PackingCardProps {
  row: PackingRow
  opened: boolean
  onOpen: () => void
  onShipped: () => Promise<void>
}

/** One row of the picking list; the opened one holds the packing check and the waybill. Its id is `pack-<fulfilment id>`. */
export function PackingCard({ row, opened, onOpen, onShipped }: PackingCardProps) {
  const said = row.lines.map((line) => sayContent(contentOfLine(line))).join('，')
  const place = row.place ?? t('packing.shelf')
  return (
    <Card kind={opened ? 'prompt' : 'plain'}>
      <View className="stack">
        <Tap id={`pack-${row.id}`} className="pack__head" label={`${place}，${said}`} onTap={onOpen}>
          <View className="row row--apart">
            <View className={`pack__place${row.place ? ' pack__place--cold' : ''}`}>
              <Icon name={row.place ? 'snowflake' : 'box'} size={20} />
              <Text>{place}</Text>
            </View>
            <View className="row">
              <Text className="t-note">{row.code ?? row.orderNo}</Text>
              {!opened && <Icon name="down" size={16} color="ink-2" />}
            </View>
          </View>
          {row.lines.map((line) => (
            <Line
              key={line.id}
              look={line.look}
              content={contentOfLine(line)}
              note={`${say(line.name)} · ${say(line.packName)} · ${t('staff.pieces', { count: countIn(row, line) })}`}
            />
          ))}
          {isPart(row) && (
            <View id={`part-${row.id}`} className="t-strong t-sun">
              {t('packing.part', { count: row.pieces })}
            </View>
          )}
        </Tap>
        <Destination row={row} opened={opened} />
        {opened && row.actions.includes('ship') && <ShipForm row={row} onShipped={onShipped} />}
        {opened && !row.actions.includes('ship') && <View className="t-note t-sun">{t('packing.held')}</View>}
      </View>
    </Card>
  )
}
