import Taro from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { EmptyState } from '../components/EmptyState'
import { Page, type PageProps } from '../components/Page'
import { t } from '../locales/for-staff'

/** A page for people with a role. Somebody without it reads a kind sentence and is shown the way to the shop. */
export function StaffPage({ remote, bar, children, ...page }: PropsWithChildren<PageProps>) {
  const refused = remote?.error?.code === 'NOT_YOURS' && remote.data === undefined
  if (!refused)
    return (
      <Page {...page} remote={remote} bar={remote && remote.data === undefined ? undefined : bar}>
        {children}
      </Page>
    )
  return (
    <Page {...page}>
      <EmptyState
        id="not-yours"
        sentence={t('staff.notYours')}
        act={t('staff.toShop')}
        onAct={() => void Taro.switchTab({ url: '/pages/home/index' })}
      />
    </Page>
  )
}
