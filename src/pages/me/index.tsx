import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { MeView } from '../../../contract'
import type { OrderTab } from '../../../domain/order/headline'
import { ORDER_TAB_WORDS } from '../../../domain/order/headline'
import type { Language } from '../../../domain/words'
import { Card } from '../../components/Card'
import { Icon } from '../../components/Icon'
import { Page } from '../../components/Page'
import { SealMark } from '../../components/SealMark'
import { SectionHead } from '../../components/SectionHead'
import { Segmented } from '../../components/Segmented'
import { Tap } from '../../components/Tap'
import { chooseLanguage, language, say, t } from '../../locales'
import type { IconName } from '../../look/icons'
import { wantTab } from '../../state/order-tab'
import { useRemote } from '../../state/remote'
import { useTabWords } from '../../state/tab-words'
import { Entry } from './Entry'
import './index.scss'

const shown: readonly { tab: OrderTab; icon: IconName }[] = [
  { tab: 'toPay', icon: 'clock' },
  { tab: 'making', icon: 'leaf' },
  { tab: 'toConfirm', icon: 'seal' },
  { tab: 'toReceive', icon: 'truck' },
]

const openOrders = (tab: OrderTab | 'all') => {
  wantTab(tab)
  void Taro.switchTab({ url: '/pages/orders/index' })
}
const open = (page: string) => void Taro.navigateTo({ url: `/${page}/index` })

// The page is opened anew, so that every word on it is drawn in the chosen language.
function speak(chosen: Language): void {
  if (chosen === language()) return
  chooseLanguage(chosen)
  void Taro.reLaunch({ url: '/pages/me/index' })
}

function greeting({ counts }: MeView): string {
  if (counts.toConfirm > 0) return t('me.asks', { count: counts.toConfirm })
  if (counts.toPay > 0) return t('me.toPay', { count: counts.toPay })
  return counts.making > 0 ? t('me.growing', { count: counts.making }) : t('me.quiet')
}

export default function MePage() {
  useTabWords()
  const remote = useRemote('me.get', {})
  const { data: me } = remote
  return (
    <Page id="me" title={t('me.title')} light="short" remote={remote}>
      {me && (
        <>
          <View className="row row--wide me-head">
            <View className="me-face">
              <Icon name="person" color="leaf" />
            </View>
            <View className="grow">
              <View className="t-title">{t('me.hello')}</View>
              <View id="greeting" className="t-body t-quiet">
                {greeting(me)}
              </View>
            </View>
          </View>
          <Orders me={me} />
          <Card flush>
            <Entry
              id="inbox"
              icon="bell"
              title={t('me.inbox')}
              note={me.unread > 0 ? t('me.unread', { count: me.unread }) : undefined}
              badge={me.unread}
              onTap={() => open('pages/inbox')}
            />
          </Card>
          <Work me={me} />
          <Words />
        </>
      )}
    </Page>
  )
}

function Orders({ me }: { me: MeView }) {
  return (
    <Card>
      <SectionHead
        title={t('me.orders')}
        more={t('me.allOrders')}
        moreId="orders-all"
        onMore={() => openOrders('all')}
      />
      <View className="row me-orders">
        {shown.map(({ tab, icon }) => (
          <Tap
            key={tab}
            id={`orders-${tab}`}
            className="me-order"
            label={`${say(ORDER_TAB_WORDS[tab])} ${me.counts[tab]}`}
            onTap={() => openOrders(tab)}
          >
            <Icon name={icon} />
            <Text className="t-note">{say(ORDER_TAB_WORDS[tab])}</Text>
            {me.counts[tab] > 0 && (
              <Text className={`me-badge me-order__count${tab === 'toConfirm' ? '' : ' me-badge--quiet'}`}>
                {me.counts[tab]}
              </Text>
            )}
          </Tap>
        ))}
      </View>
    </Card>
  )
}

function Work({ me: { roles } }: { me: MeView }) {
  if (!roles.merchant && !roles.orchard) return null
  return (
    <Card flush>
      {roles.merchant && (
        <Entry
          id="merchant-desk"
          icon="chart"
          title={t('me.desk')}
          note={t('me.deskNote')}
          onTap={() => open('merchant/desk')}
        />
      )}
      {roles.orchard && (
        <Entry
          id="orchard-week"
          icon="leaf"
          title={t('me.week')}
          note={t('me.weekNote')}
          onTap={() => open('orchard/week')}
        />
      )}
    </Card>
  )
}

function Words() {
  return (
    <>
      <Card>
        <View className="row row--apart">
          <Text className="t-strong">{t('me.language')}</Text>
          <View className="me-language">
            <Segmented
              id="language"
              label={t('me.language')}
              items={[
                { key: 'zh', word: t('me.chinese') },
                { key: 'en', word: t('me.english') },
              ]}
              value={language()}
              onPick={speak}
            />
          </View>
        </View>
      </Card>
      <Card id="about" label={t('me.about')}>
        <View className="row row--top row--wide">
          <SealMark size={40} />
          <View className="grow">
            <View className="t-section">{t('me.aboutTitle')}</View>
            <View className="t-body t-quiet">{t('me.aboutSentence')}</View>
          </View>
        </View>
      </Card>
    </>
  )
}
