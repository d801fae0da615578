import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { imprintRefusal } from '../../../domain/imprint/imprint'
import { POLICY } from '../../../domain/policy'
import { svgPath } from '../../../imprint/outline/path'
import { show } from '../../device/show'
import { say, t } from '../../locales/for-studio'
import { basketStore } from '../../state/basket'
import {
  addDesign,
  artStore,
  changeDesign,
  draftsStore,
  hasRoom,
  imprintOf,
  keepArt,
  openDesign,
  removeDesign,
  type Design,
} from '../../state/design'
import { confirm } from '../../state/overlay'
import { toast } from '../../state/toast'
import { photoStore } from '../picture/photo'
import { leftOut, linesOf, packFor, type CustomView } from './shelf'
import type { Work } from './use-work'

const missing = { text: 'design.finishFirst', motif: 'design.motifMissing', picture: 'design.pictureMissing' } as const

/** Why a design cannot be ordered as it is; null when it can. */
function trouble(design: Design, { judged, picture }: Work, { product, refusal: closed }: CustomView): string | null {
  if (closed) return say(closed.message)
  const imprint = imprintOf(design)
  if (!imprint) return t(picture.photo && design.kind === 'picture' ? 'design.useFirst' : missing[design.kind])
  const refusal = imprintRefusal(imprint, product) ?? judged.view?.refusal ?? null
  return refusal && say(refusal.message)
}

// What is wrong may lie above or below what can be seen.
function tell(why: string, design: Design, { judged }: Work): void {
  if (imprintOf(design) || design.kind !== 'text') toast(why)
  show(design.kind === 'text' && !judged.view?.refusal ? 'field-words' : 'hints')
}

/** From the open design to its pack, to another design, to checkout. */
export function useOrdering(design: Design, work: Work, view: CustomView, views: readonly CustomView[]) {
  const [touched, setTouched] = useState(false)
  const [choosing, setChoosing] = useState(false)
  useEffect(() => setTouched(false), [design.id])

  const ready = (): boolean => {
    setTouched(true)
    const why = trouble(design, work, view)
    if (why !== null) {
      tell(why, design, work)
      return false
    }
    // Checkout draws what was on the stage, also where the server has not answered yet.
    const drawn = work.paths.map((path) => svgPath(path, 2))
    if (!work.judged.view && drawn.length > 0) keepArt(design.id, drawn)
    return true
  }
  // What is on the screen is what is ordered, also when another fruit comes first tomorrow.
  const settle = () =>
    changeDesign({ kind: design.kind, productId: view.product._id, packId: packFor(view, design).id })
  const choosePack = () => {
    if (!ready()) return
    settle()
    setChoosing(true)
  }
  const more = () => {
    if (!ready()) return
    settle()
    if (!hasRoom(draftsStore.get())) return toast(t('design.mostDesigns', { most: POLICY.maxLines }))
    setChoosing(false)
    addDesign()
  }
  const remove = async () => {
    const agreed = await confirm({
      title: t('design.removeTitle'),
      sentence: t('design.removeSentence'),
      act: t('design.removeAct'),
      cancel: t('design.removeNo'),
      kind: 'danger',
    })
    if (agreed) removeDesign(draftsStore.get().at)
  }
  const checkout = () => {
    setChoosing(false)
    if (!ready()) return
    const { designs } = draftsStore.get()
    const lines = linesOf(designs, views, artStore.get())
    const missed = leftOut(designs, lines, photoStore.get())
    if (missed >= 0) {
      toast(t('design.leftOut', { at: missed + 1 }))
      return openDesign(missed)
    }
    basketStore.set({ lines: lines.map(({ asked, art }) => ({ asked, art })) })
    void Taro.navigateTo({ url: '/pages/checkout/index' })
  }
  return { touched, choosing, choosePack, more, remove, checkout, close: () => setChoosing(false) }
}
