import { tidyText } from '../../../domain/imprint/imprint'
import type { OrderDoc } from '../../../domain/order/order'
import { reject } from '../../../domain/refusals'
import type { Ports } from '../../ports/ports'
import type { Basket } from './basket'

/**
 * WeChat's word on every text of an order, asked all at once, each text once (W1). Throws CONTENT_REFUSED with the
 * field at fault. `review` when the machine is unsure of a text, or has not finished with a picture.
 */
export async function checkContent(
  ports: Ports,
  openid: string,
  basket: Basket,
  remark: string,
): Promise<OrderDoc['content']> {
  const fields = textsOf(basket, remark)
  const texts = [...new Set(fields.map(({ text }) => text))]
  const verdicts = await Promise.all(texts.map((text) => ports.content.text(openid, text)))
  for (const { field, text } of fields) {
    if (verdicts[texts.indexOf(text)] === 'refused') reject('CONTENT_REFUSED', {}, field)
  }
  const unsure = basket.lines.some(({ picture }) => picture && picture.verdict !== 'pass')
  return unsure || verdicts.includes('review') ? 'review' : 'pass'
}

function textsOf(basket: Basket, remark: string): { field: string; text: string }[] {
  const imprints = basket.lines.flatMap(({ asked: { imprint } }, i) =>
    imprint?.kind === 'text' ? [{ field: `lines.${i}.imprint.text`, text: tidyText(imprint.text) }] : [],
  )
  return remark.trim() === '' ? imprints : [...imprints, { field: 'remark', text: remark.trim() }]
}
