import Taro from '@tarojs/taro'

/** What became of a picture that was to be kept: `denied` until the person allows it in WeChat's settings. */
export type Kept = 'saved' | 'cancelled' | 'denied' | 'failed'

/** Puts a picture file into the phone's album; never rejects. The name counts on H5 only. */
export async function keepPicture(file: string, _name: string): Promise<Kept> {
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: file })
    return 'saved'
  } catch (error) {
    return refusalOf((error as { errMsg?: unknown } | null)?.errMsg)
  }
}

// WeChat answers in words: "fail cancel", "fail auth deny", "fail privacy permission is not authorized" and the like.
function refusalOf(message: unknown): Kept {
  const said = String(message ?? '')
  if (/cancel/i.test(said)) return 'cancelled'
  return /auth|privacy|permission|denied|deny/i.test(said) ? 'denied' : 'failed'
}

/** Opens WeChat's settings, where the album may be allowed; true when it is afterwards. */
export async function allowAlbum(): Promise<boolean> {
  try {
    const { authSetting } = await Taro.openSetting()
    return authSetting['scope.writePhotosAlbum'] === true
  } catch {
    return false
  }
}
