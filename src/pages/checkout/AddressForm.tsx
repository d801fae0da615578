import { Text, View } from '@tarojs/components'
import { PROVINCES } from '../../../domain/catalogue/freight'
import type { Address } from '../../../domain/address'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Field, type FieldProps } from '../../components/Field'
import { Icon } from '../../components/Icon'
import { Tap } from '../../components/Tap'
import { chooseAddress, hasAddressBook } from '../../device/address'
import { t } from '../../locales'

/** The sentence for one part of the form, by the server's or our own field name. */
export type ErrorAt = (field: string) => string | undefined

export interface AddressFormProps {
  address: Address
  errorAt: ErrorAt
  onChange: (address: Address) => void
  onProvince: () => void
}

// WeChat says 浙江省 and 广西壮族自治区 where the freight table says 浙江 and 广西.
function tidyProvince(address: Address): Address {
  return { ...address, province: PROVINCES.find((known) => address.province.startsWith(known)) ?? address.province }
}

/** Where the parcel goes (O4). */
export function AddressForm({ address, errorAt, onChange, onProvince }: AddressFormProps) {
  const fill = async () => {
    const found = await chooseAddress()
    if (found) onChange(tidyProvince(found))
  }
  const part = (name: Exclude<keyof Address, 'province'>, more: Partial<FieldProps> = {}) => (
    <Field
      id={`field-${name}`}
      label={t(`checkout.${name}`)}
      placeholder={t(`checkout.${name}Placeholder`)}
      value={address[name]}
      onInput={(value) => onChange({ ...address, [name]: value })}
      error={errorAt(`address.${name}`)}
      {...more}
    />
  )
  return (
    <Card>
      <View className="stack">
        <View className="row row--apart">
          <Text className="t-head">{t('checkout.address')}</Text>
          {hasAddressBook && (
            <Button id="wechat-address" kind="plain" icon="pin" onTap={() => void fill()}>
              {t('checkout.wechatAddress')}
            </Button>
          )}
        </View>
        {part('name', { maxLength: 30 })}
        {part('phone', { type: 'number', maxLength: 11 })}
        <ProvinceField value={address.province} error={errorAt('address.province')} onTap={onProvince} />
        <View className="row row--top">
          <View className="grow">{part('city', { maxLength: 30 })}</View>
          <View className="grow">{part('district', { maxLength: 30 })}</View>
        </View>
        {part('detail', { maxLength: 120, multiline: true })}
      </View>
    </Card>
  )
}

function ProvinceField({ value, error, onTap }: { value: string; error: string | undefined; onTap: () => void }) {
  return (
    <View className="field">
      <View className="field__label">{t('checkout.province')}</View>
      <Tap
        id="field-province"
        className={`field__box${error ? ' field__box--wrong' : ''}`}
        label={`${t('checkout.province')} ${value || t('checkout.provincePlaceholder')}`}
        onTap={onTap}
      >
        <Text className={`grow${value ? ' checkout-province' : ' t-quiet'}`}>
          {value || t('checkout.provincePlaceholder')}
        </Text>
        <Icon name="down" size={20} color="ink-2" />
      </Tap>
      {error && (
        <View id="field-province-error" className="field__error">
          <Icon name="warn" size={16} />
          <Text>{error}</Text>
        </View>
      )}
    </View>
  )
}
