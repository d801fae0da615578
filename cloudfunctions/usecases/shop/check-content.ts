import { tidyText } from '../../../domain/imprint/imprint'
import type { OrderDoc } from '../../../domain/order/order'
import type { ContentVerdict } from '../../../domain/order/verdicts'
import { reject } from '../../../domain/refusals'
import type { Ports } from '../../ports/ports'
import type { Basket } from './basket'
import { lineIdAt } from './new-order'

/**
 * WeChat's word on every text of an order, asked all at once, each text once (W1). Throws CONTENT_REFUSED with the
 * field at fault. `review` when the machine is unsure of a text, or has not finished with a picture; every single verdict is
 * kept with the order.
 */
export async function checkContent(
  ports: Ports,
  openid: string,
  basket: Basket,
  remark: string,
): Promise<Pick<OrderDoc, 'content' | 'verdicts'>> {
  const fields = textsOf(basket, remark)
  const at = ports.now()
  const texts = [...new Set(fields.map(({ text }) => text))]
  const verdicts = await Promise.all(texts.map((text) => ports.content.text(openid, text)))
  for (const { field, text } of fields) {
    if (verdicts[texts.indexOf(text)] === 'refused') reject('CONTENT_REFUSED', {}, field)
  }
  const found = [
    ...fields.map(
      ({ what, lineId, text }): ContentVerdict => ({
        ...{ what, lineId, by: 'wechat', at },
        verdict: verdicts[texts.indexOf(text)],
      }),
    ),
    ...basket.lines.flatMap(({ picture }, i): ContentVerdict[] =>
      picture ? [{ what: 'picture', lineId: lineIdAt(i), by: 'wechat', verdict: picture.verdict, at }] : [],
    ),
  ]
  return { content: found.every(({ verdict }) => verdict === 'pass') ? 'pass' : 'review', verdicts: found }
}

type Said = Pick<ContentVerdict, 'what' | 'lineId'> & { field: string; text: string }

function textsOf(basket: Basket, remark: string): Said[] {
  const imprints = basket.lines.flatMap(({ asked: { imprint } }, i): Said[] =>
    imprint?.kind === 'text'
      ? [{ what: 'words', lineId: lineIdAt(i), field: `lines.${i}.imprint.text`, text: tidyText(imprint.text) }]
      : [],
  )
  const said: Said = { what: 'remark', lineId: '', field: 'remark', text: remark.trim() }
  return said.text === '' ? imprints : [...imprints, said]
}
