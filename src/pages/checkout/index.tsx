import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Quote } from '../../../contract'
import type { Address } from '../../../domain/address'
import { formatFen } from '../../../domain/money'
import { POLICY } from '../../../domain/policy'
import { dayOf, sayDays } from '../../../domain/time'
import { BottomBar } from '../../components/BottomBar'
import { Breakdown } from '../../components/Breakdown'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { EmptyState } from '../../components/EmptyState'
import { Field } from '../../components/Field'
import { Icon } from '../../components/Icon'
import { Page } from '../../components/Page'
import { Price } from '../../components/Price'
import { show } from '../../device/show'
import { language, t } from '../../locales'
import { basketStore, type BasketLine } from '../../state/basket'
import { useRemote } from '../../state/remote'
import { useStore } from '../../state/store'
import { AddressForm, type ErrorAt } from './AddressForm'
import { Lines } from './Lines'
import { usePlacing } from './placing'
import { ProvinceSheet } from './ProvinceSheet'
import './index.scss'

const blank: Address = { name: '', phone: '', province: '', city: '', district: '', detail: '' }

export default function CheckoutPage() {
  const { lines } = useStore(basketStore)
  if (lines.length > 0) return <Checkout lines={lines} />
  return (
    <Page id="checkout" title={t('checkout.title')}>
      <EmptyState
        id="checkout-empty"
        sentence={t('checkout.empty')}
        act={t('checkout.emptyAct')}
        onAct={() => void Taro.switchTab({ url: '/pages/studio/index' })}
      />
    </Page>
  )
}

function Checkout({ lines }: { lines: BasketLine[] }) {
  const asked = lines.map((line) => line.asked)
  const [edited, setEdited] = useState<Address | null>(null)
  const [remark, setRemark] = useState('')
  const [choosing, setChoosing] = useState(false)
  // Without a province the quote is for the last address; another one changes the freight.
  const [elsewhere, setElsewhere] = useState('')
  const remote = useRemote('checkout.quote', { lines: asked, ...(elsewhere ? { province: elsewhere } : {}) })
  const placing = usePlacing(remote.reload)
  const quote = remote.data
  const address = edited ?? quote?.lastAddress ?? blank
  const { error } = placing
  const failed = remote.error !== undefined
  const errorAt: ErrorAt = (field) => {
    if (field === 'address.province' && remote.error?.field === 'province') return remote.error.message
    return error?.field === field ? error.message : undefined
  }
  const submit = () => {
    if (failed) void remote.reload()
    else if (quote) void placing.run({ lines: asked, address, remark, totalFen: quote.totalFen })
  }
  const change = (next: Address) => {
    placing.clear()
    if (next.province !== address.province) setElsewhere(next.province)
    setEdited(next)
  }
  const inForm = error?.field && /^(?:address\.)?(name|phone|province|city|district|detail|remark)$/.exec(error.field)
  const inLines = error?.field && !inForm ? error.message : undefined
  // The button lies at the bottom, what is wrong may be above or below what can be seen.
  useEffect(() => {
    if (error?.field) show(inForm ? `field-${inForm[1]}` : 'checkout-error')
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [error])
  const bar = quote && (
    <Bar
      quote={quote}
      province={address.province}
      now={remote.now}
      busy={placing.busy}
      waiting={!remote.settled && !failed}
      onSubmit={submit}
    />
  )
  return (
    <Page id="checkout" title={t('checkout.title')} remote={remote} bar={bar}>
      {inLines && (
        <Card id="checkout-error" kind="warning">
          <View className="row t-seal">
            <Icon name="warn" size={20} />
            <Text className="grow">{inLines}</Text>
          </View>
        </Card>
      )}
      {quote && <Lines lines={lines} quote={quote} />}
      <AddressForm address={address} errorAt={errorAt} onChange={change} onProvince={() => setChoosing(true)} />
      <Card>
        <Field
          id="field-remark"
          label={t('checkout.remark')}
          placeholder={t('checkout.remarkPlaceholder')}
          value={remark}
          onInput={setRemark}
          counter={t('checkout.remarkCount', { count: [...remark].length, max: POLICY.remarkCharacters })}
          maxLength={POLICY.remarkCharacters}
          error={errorAt('remark')}
          multiline
        />
      </Card>
      {quote && <PriceCard quote={quote} province={address.province} />}
      {choosing && (
        <ProvinceSheet
          value={address.province}
          onPick={(province) => {
            change({ ...address, province })
            setChoosing(false)
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </Page>
  )
}

function PriceCard({ quote, province }: { quote: Quote; province: string }) {
  const freight = province ? quote.freightFen || t('checkout.freightFree') : t('checkout.freightLater')
  return (
    <Card>
      <View className="stack">
        <Text className="t-head">{t('checkout.price')}</Text>
        <Breakdown
          parts={[
            { word: t('checkout.goods'), amount: quote.goodsFen },
            { word: t('checkout.freight'), amount: freight },
          ]}
          total={{ word: t('checkout.total'), amount: quote.totalFen }}
        />
      </View>
    </Card>
  )
}

// Without a province the freight is not known, and not in the total.
function withFreight({ freightFen }: Quote, province: string): string {
  if (!province) return t('checkout.plusFreight')
  return freightFen > 0
    ? t('checkout.withFreight', { amount: `¥${formatFen(freightFen)}` })
    : t('checkout.withoutFreight')
}

interface BarProps {
  quote: Quote
  province: string
  now: string
  busy: boolean
  /** The price for this province is still being asked. */
  waiting: boolean
  onSubmit: () => void
}

function Bar({ quote, province, now, busy, waiting, onSubmit }: BarProps) {
  const left = (
    <View>
      <Price id="checkout-total" amount={quote.totalFen} size="large" />
      <View className="t-note">{withFreight(quote, province)}</View>
      <View className="t-note">
        {t('checkout.sends', { day: sayDays(quote.sendWindow.from, quote.sendWindow.to, language(), dayOf(now)) })}
      </View>
    </View>
  )
  return (
    <BottomBar left={left}>
      <Button id="submit-order" kind="seal" busy={busy} disabled={waiting && !busy} onTap={onSubmit}>
        {t('checkout.submit')}
      </Button>
    </BottomBar>
  )
}
