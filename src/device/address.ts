import Taro from '@tarojs/taro'
import type { Address } from '../../domain/address'

/** Whether this phone has WeChat's address book; without it the page shows its own form. */
export const hasAddressBook = process.env.TARO_ENV === 'weapp'

/** Opens WeChat's address book; null when the person went back. */
export async function chooseAddress(): Promise<Address | null> {
  try {
    const found = await Taro.chooseAddress()
    return {
      name: found.userName,
      phone: found.telNumber,
      province: found.provinceName,
      city: found.cityName,
      district: found.countyName,
      detail: found.detailInfo,
    }
  } catch {
    return null
  }
}
