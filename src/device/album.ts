import Taro from '@tarojs/taro'

/**
 * What became of a picture that was to be kept: `denied` until the person allows it in WeChat's settings, `unagreed`
 * until they agree to the privacy notice, which WeChat shows again at the next tap and its settings do not.
 */
export type Kept = 'saved' | 'cancelled' | 'denied' | 'unagreed' | 'failed'

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
  if (/privacy permission/i.test(said)) return 'unagreed'
  // "api scope is not declared in the privacy agreement" is ours to mend, not the person's.
  if (/privacy/i.test(said)) return 'failed'
  return /auth|permission|denied|deny/i.test(said) ? 'denied' : 'failed'
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
