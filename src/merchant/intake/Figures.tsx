import { Text, View } from '@tarojs/components'
import type { InspectionFigures } from '../../../contract/inspection-views'
import { Card } from '../../components/Card'
import { t } from '../../locales/for-staff'
import { useRemote } from '../../state/remote'
import './figures.scss'

const percentOf = (part: number, whole: number): string => (whole > 0 ? `${Math.round((100 * part) / whole)}%` : '—')

/** How inspection goes: fruit right at the first look, the machine's opinion beside the person's, and its standing. */
export function Figures() {
  const figures = useRemote('intake.figures', {}).data
  if (!figures) return null
  const { firstLook, machine, days } = figures
  const looked = firstLook.passed + firstLook.partly + firstLook.failed
  const compared = machine.agreed + machine.differed
  return (
    <Card id="figures">
      <View className="figures">
        <Figure
          id="figure-first"
          value={percentOf(firstLook.passed, looked)}
          word={t('intake.firstRight')}
          note={looked > 0 ? t('intake.ofParcels', { count: looked, days }) : t('intake.noneYet', { days })}
        />
        <Figure
          id="figure-machine"
          value={percentOf(machine.agreed, compared)}
          word={t('intake.agreement')}
          note={compared > 0 ? t('intake.ofFruit', { count: compared, days }) : t('intake.noneYet', { days })}
        />
        <Figure id="figure-role" value={standing(figures)} word={t('intake.decisions')} note={sayRole(figures)} />
      </View>
    </Card>
  )
}

const standing = ({ decisions, needed }: InspectionFigures) =>
  decisions < needed ? `${decisions} / ${needed}` : String(decisions)

const sayRole = ({ role }: InspectionFigures) => t(role === 'proposes' ? 'intake.proposes' : 'intake.advises')

function Figure({ id, value, word, note }: { id: string; value: string; word: string; note: string }) {
  return (
    <View className="figures__one" id={id} aria-label={`${word} ${value}，${note}`}>
      <Text className="figures__value">{value}</Text>
      <Text className="t-body">{word}</Text>
      <Text className="t-note">{note}</Text>
    </View>
  )
}
