import { Text, View } from '@tarojs/components'
import type { ComparisonView } from '../../../contract/inspection-views'
import { OPINION_REASONS, OPINION_WORDS } from '../../../domain/inspection/opinion'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Icon } from '../../components/Icon'
import { spoken } from '../../components/Tap/spoken'
import { say, t } from '../../locales/for-staff'
import { open } from '../../staff/go'
import { useRemote } from '../../state/remote'
import type { Look } from './use-look'
import './opinion.scss'

const shapes = {
  consistent: { icon: 'check-circle', color: 'leaf' },
  inconsistent: { icon: 'warn', color: 'bark' },
  unsure: { icon: 'eye', color: 'sun-ink' },
} as const

export interface OpinionProps {
  look: Look
  /** The design of this parcel that the machine sees instead, and an open fruit that carries it. */
  instead: { name: string; fruit: number | null } | null
  onInstead: (fruit: number) => void
  onAgain: () => void
}

/** What the machine says of the photo, from the moment it was taken. The person need not wait for it. */
export function Opinion({ look, instead, onInstead, onAgain }: OpinionProps) {
  const { stage, comparison, light, problem } = look
  return (
    <Card id="opinion">
      <View className="stack stack--tight" {...spoken({ role: 'status', live: true })}>
        {comparison && <Said comparison={comparison} />}
        {(stage === 'sending' || stage === 'comparing') && (
          <View className="row" id="comparing">
            <Icon name="ring" size={20} color="leaf" className="btn__ring" />
            <Text className="t-head">{t(stage === 'sending' ? 'bench.sending' : 'bench.comparing')}</Text>
          </View>
        )}
        {stage === 'failed' && (
          <View className="stack stack--tight" id="compare-failed">
            <View className="row row--apart">
              <Text className="t-head">{t('bench.compareFailed')}</Text>
              <Button id="compare-again" kind="secondary" small icon="refresh" onTap={onAgain}>
                {t('bench.compareAgain')}
              </Button>
            </View>
            <Text className="t-note">{problem}</Text>
          </View>
        )}
        {light !== 'fine' && (
          <View className="row t-sun" id="light">
            <Icon name="sun" size={16} />
            <Text className="t-body">{t(light === 'dark' ? 'bench.tooDark' : 'bench.tooGlaring')}</Text>
          </View>
        )}
      </View>
      {comparison && <LooksLike comparison={comparison} instead={instead} onInstead={onInstead} />}
      {comparison && <Role role={comparison.role} />}
    </Card>
  )
}

function Said({ comparison: { verdict, reason, score } }: { comparison: ComparisonView }) {
  const { icon, color } = shapes[verdict]
  const percent = Math.round(score * 100)
  return (
    <>
      <View className="row row--apart">
        <View className={`row opinion--${verdict}`} id="verdict">
          <Icon name={icon} color={color} />
          <Text className="t-head">{t('bench.machine', { verdict: say(OPINION_WORDS[verdict]) })}</Text>
        </View>
        <Text className="t-note">{t('bench.likeness', { percent })}</Text>
      </View>
      <View className="opinion__track" aria-hidden="true">
        <View className={`opinion__share opinion__share--${verdict}`} style={{ width: `${percent}%` }} />
      </View>
      <Text className="t-body">{say(OPINION_REASONS[reason])}</Text>
    </>
  )
}

type LooksLikeProps = Pick<OpinionProps, 'instead' | 'onInstead'> & { comparison: ComparisonView }

function LooksLike({ comparison: { looksLike }, instead, onInstead }: LooksLikeProps) {
  if (!looksLike) return null
  const { code, orderNo, title, design, others } = looksLike
  const fruit = instead?.fruit ?? null
  if (design !== null && instead)
    return (
      <View className="row row--apart opinion__else" id="looks-like">
        <Text className="t-body grow">{t('bench.looksLikeOwn', { name: instead.name })}</Text>
        {fruit !== null && (
          <Button id="judge-instead" kind="secondary" small onTap={() => onInstead(fruit)}>
            {t('bench.judgeAs', { fruit })}
          </Button>
        )}
      </View>
    )
  return (
    <View className="row row--apart opinion__else" id="looks-like">
      <Text className="t-body grow">
        {t(others > 0 ? 'bench.looksLikeSeveral' : 'bench.looksLikeOther', {
          code,
          no: orderNo,
          title: say(title),
          others,
        })}
      </Text>
      <Button id="open-other" kind="secondary" small onTap={() => open('merchant/bench', { code })}>
        {t('bench.openOther')}
      </Button>
    </View>
  )
}

/** What the machine's word is worth, and how much is missing until it is worth more. */
function Role({ role }: Pick<ComparisonView, 'role'>) {
  const figures = useRemote('intake.figures', role === 'advises' ? {} : null).data
  const left = figures ? figures.needed - figures.decisions : 0
  const words =
    role === 'proposes' ? t('bench.proposes') : left > 0 ? t('bench.advisesUntil', { left }) : t('bench.advises')
  return (
    <View className="t-note opinion__role" id="role">
      {words}
    </View>
  )
}
