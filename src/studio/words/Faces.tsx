import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { FACES, type Face } from '../../../domain/imprint/imprint'
import { Tap } from '../../components/Tap'
import { spoken } from '../../components/Tap/spoken'
import { t } from '../../locales/for-studio'
import { colours } from '../../look/tokens'
import { changeDesign } from '../../state/design'
import { glyphUri } from '../art'
import { useSamples } from '../glyphs'

/** The faces, each with one character of the words, drawn from the outlines it will be cut from. */
export const Faces = memo(function Faces({ chosen, sample }: { chosen: Face; sample: string }) {
  const faces = useSamples(sample)
  return (
    <View className="faces" {...spoken({ label: t('design.faces'), role: 'radiogroup' })}>
      {FACES.map((face) => {
        const glyph = faces[face].glyph(sample)
        const on = face === chosen
        return (
          <Tap
            key={face}
            id={`face-${face}`}
            className={`face${on ? ' face--on' : ''}`}
            role="radio"
            label={t(`design.${face}`)}
            selected={on}
            onTap={() => changeDesign({ face, mend: false })}
          >
            <View
              className="face__sample"
              {...(glyph ? { style: { backgroundImage: glyphUri(glyph, faces[face].unitsPerEm, colours.ink) } } : {})}
            />
            <Text className="t-note">{t(`design.${face}`)}</Text>
          </Tap>
        )
      })}
    </View>
  )
})
