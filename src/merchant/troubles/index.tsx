import { Text, View } from '@tarojs/components'
import type { TroubleList } from '../../../contract/trouble-views'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { spoken } from '../../components/Tap/spoken'
import { t } from '../../locales/for-staff'
import { StaffPage } from '../../staff/StaffPage'
import { useTabPages } from '../../state/tab-pages'
import { TroubleCard } from './TroubleCard'
import { nameOf, useRetries } from './use-retries'
import './troubles.scss'

const join = (old: TroubleList, more: TroubleList): TroubleList => ({
  ...more,
  troubles: [...old.troubles, ...more.troubles],
})
const useTroubles = () => useTabPages('troubles.list', {}, join)

/** What did not go out, and why: messages, refunds, follow-ups. Each may be tried again, or all that are on the page. */
export default function TroublesPage() {
  const pages = useTroubles()
  return (
    <StaffPage id="merchant-troubles" title={t('troubles.title')} remote={pages}>
      {pages.data && <Troubles pages={pages} />}
    </StaffPage>
  )
}

function Troubles({ pages }: { pages: ReturnType<typeof useTroubles> }) {
  const { running, progress, ended, run, forget } = useRetries()
  const { troubles = [], total = 0, next = null } = pages.data ?? {}
  if (troubles.length === 0) return <EmptyState id="troubles-empty" sentence={t('troubles.none')} />
  const open = troubles.filter((trouble) => trouble.mayRetry && ended[nameOf(trouble)]?.outcome !== 'done')
  const left = total - troubles.filter((trouble) => ended[nameOf(trouble)]?.outcome === 'done').length
  return (
    <>
      <View className="stack stack--tight">
        <View className="t-title">{left > 0 ? t('troubles.count', { count: left }) : t('troubles.allGone')}</View>
        <View className="t-note">{t('troubles.means')}</View>
      </View>
      {(open.length > 1 || (progress && progress.of > 1)) && (
        <View className="row row--apart">
          <Text className="t-note" {...spoken({ id: 'retry-progress' })}>
            {progress ? t('troubles.progress', { at: progress.done + 1, of: progress.of }) : ''}
          </Text>
          <Button
            id="retry-all"
            kind="secondary"
            small
            icon="refresh"
            busy={running !== null}
            onTap={() => void run(open)}
          >
            {t('troubles.retryAll', { count: open.length })}
          </Button>
        </View>
      )}
      {troubles.map((trouble) => (
        <TroubleCard
          key={nameOf(trouble)}
          trouble={trouble}
          busy={running === nameOf(trouble)}
          waits={running !== null && running !== nameOf(trouble)}
          ended={ended[nameOf(trouble)]}
          onRetry={() => void run([trouble])}
        />
      ))}
      {next ? (
        <Button id="troubles-more" kind="secondary" onTap={() => void pages.more()}>
          {t('troubles.more')}
        </Button>
      ) : (
        <View className="t-note troubles__end">{t('troubles.end')}</View>
      )}
      {left === 0 && (
        <Button
          id="troubles-reload"
          kind="secondary"
          onTap={() => {
            forget()
            void pages.reload()
          }}
        >
          {t('troubles.look')}
        </Button>
      )}
    </>
  )
}
