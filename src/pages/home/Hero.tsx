import { Image, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../components/Button'
import { SealMark } from '../../components/SealMark'
import { spoken } from '../../components/Tap/spoken'
import { statusBarHeight } from '../../device/status-bar'
import { t } from '../../locales'
import { asset } from '../../look/size'

/** The first thing anybody sees: the sentence, the apple, the way to the studio. */
export function Hero() {
  const write = () => void Taro.navigateTo({ url: '/studio/design/index' })
  return (
    <View className="hero" style={{ paddingTop: `${statusBarHeight()}px` }}>
      <View className="hero__light" aria-hidden="true" />
      <View className="hero__apple">
        <View className="hero__shadow" />
        <Image
          className="hero__fruit"
          src={asset('fruit/hero.png')}
          {...spoken({ label: t('home.heroLabel'), role: 'img' })}
        />
      </View>
      <View className="row hero__brand">
        <SealMark />
        <Text className="hero__name">{t('app.name')}</Text>
      </View>
      <View className="t-display hero__title">
        {t('home.hero')
          .split('\n')
          .map((line) => (
            <View key={line}>{line}</View>
          ))}
      </View>
      <View className="hero__note">
        {t('home.heroNote')
          .split('\n')
          .map((line) => (
            <View key={line}>{line}</View>
          ))}
      </View>
      <View className="row">
        <Button id="write" icon="pen" onTap={write}>
          {t('home.write')}
        </Button>
      </View>
    </View>
  )
}
