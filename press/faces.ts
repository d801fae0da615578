import { readFileSync } from 'node:fs'
import { openTypeface } from '../imprint/press/typeface'
import { CUT_FACES, type CutFace } from '../imprint/typeset/faces'
import type { Typeface } from '../imprint/typeset/typeface'

/** The font of each face: open licences (OFL), whole files, nothing is loaded from elsewhere. */
export const FONT_FILES: Record<CutFace, string> = {
  song: '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf',
  hei: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  round: '@expo-google-fonts/zcool-kuaile/400Regular/ZCOOLKuaiLe_400Regular.ttf',
  brush: '@expo-google-fonts/ma-shan-zheng/400Regular/MaShanZheng_400Regular.ttf',
}

/** Every face, each opened when it is first asked for. */
export function openFaces(): Record<CutFace, Typeface> {
  const opened = new Map<CutFace, Typeface>()
  const open = (face: CutFace): Typeface => {
    const typeface = opened.get(face) ?? openTypeface(readFileSync(require.resolve(FONT_FILES[face])))
    opened.set(face, typeface)
    return typeface
  }
  const faces = {} as Record<CutFace, Typeface>
  for (const face of CUT_FACES) Object.defineProperty(faces, face, { get: () => open(face), enumerable: true })
  return faces
}
