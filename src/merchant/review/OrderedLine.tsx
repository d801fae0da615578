import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { LineView } from '../../../contract/views'
import { piecesIn } from '../../../domain/fulfilment/fruit'
import { Card } from '../../components/Card'
import { FruitPreview } from '../../components/FruitPreview'
import { say, t } from '../../locales/for-staff'
import { contentOfLine, previewOf, sayContent, sayFace } from '../../staff/content'
import { DesignChips } from '../../staff/DesignChips'
import { Paper } from '../../staff/Paper'
import './ordered-line.scss'

/** One line as it will grow, with the bare content beside it so that nothing hides in the picture. */
export function OrderedLine({ line }: { line: LineView }) {
  const [at, setAt] = useState(0)
  const content = contentOfLine(line)
  const facts = [
    say(line.name),
    say(line.packName),
    t('staff.pieces', { count: piecesIn({ lines: [line] }) }),
    sayFace(content),
  ]
  return (
    <Card flush>
      <View className="ordered__stage">
        <FruitPreview look={line.look} size={196} shadow {...previewOf(content, at)} />
        <View className="ordered__paper">
          <Paper content={content} caption={t('review.paper')} />
        </View>
        <Text className="t-note ordered__sample">{t('review.sample')}</Text>
      </View>
      <View className="ordered__words">
        <DesignChips content={content} at={at} onPick={setAt} />
        <View className="t-title">{sayContent(content)}</View>
        <View className="t-note">{facts.filter(Boolean).join(' · ')}</View>
        {line.imprint && (
          <View className="t-note">
            {t('staff.imprintCode')} {line.imprint.code}
          </View>
        )}
      </View>
    </Card>
  )
}
