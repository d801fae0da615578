import Taro from '@tarojs/taro'

export type StaffPagePath =
  | 'merchant/desk'
  | 'merchant/review'
  | 'merchant/intake'
  | 'merchant/bench'
  | 'merchant/packing'
  | 'merchant/troubles'
  | 'merchant/claims'
  | 'merchant/claim'
  | 'merchant/inbox'
  | 'orchard/week'
  | 'orchard/sheets'
  | 'orchard/job'
  | 'orchard/inbox'

function address(page: StaffPagePath, query: Record<string, string>): string {
  const asked = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  return `/${page}/index${asked.length > 0 ? `?${asked.join('&')}` : ''}`
}

/** Opens a page above this one; done when it stands. */
export async function open(page: StaffPagePath, query: Record<string, string> = {}): Promise<void> {
  await Taro.navigateTo({ url: address(page, query) })
}

/** Changes to a page in place of this one, as a bottom navigation does. */
export function change(page: StaffPagePath, query: Record<string, string> = {}): void {
  void Taro.redirectTo({ url: address(page, query) })
}
