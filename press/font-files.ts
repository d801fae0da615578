import type { CutFace } from '../imprint/typeset/faces'

/** The font of each face: open licences (OFL), whole files, nothing is loaded from elsewhere. */
export const FONT_FILES: Record<CutFace, string> = {
  song: '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf',
  hei: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  round: '@expo-google-fonts/zcool-kuaile/400Regular/ZCOOLKuaiLe_400Regular.ttf',
  brush: '@expo-google-fonts/ma-shan-zheng/400Regular/MaShanZheng_400Regular.ttf',
}

/** The licence that travels with a font (OFL, condition 2). */
export function licenceOf(face: CutFace): string {
  return `${FONT_FILES[face].split('/').slice(0, 2).join('/')}/LICENSE_FONT`
}
