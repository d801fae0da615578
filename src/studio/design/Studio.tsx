import { View } from '@tarojs/components'
import { useEffect, useMemo, useState } from 'react'
import { Chips } from '../../components/Chips'
import { Page } from '../../components/Page'
import { Segmented } from '../../components/Segmented'
import { spoken } from '../../components/Tap/spoken'
import { say, t } from '../../locales/for-studio'
import { artStore, changeDesign, draftsStore, imprintOf, keepArt, type Design } from '../../state/design'
import type { useRemote } from '../../state/remote'
import { useStore } from '../../state/store'
import { ringsOf } from '../findings/rings'
import { MotifDesk } from '../motifs/MotifDesk'
import { PictureDesk } from '../picture/PictureDesk'
import { WordsDesk } from '../words/WordsDesk'
import { Bar } from './Bar'
import { PackSheet } from './PackSheet'
import { designOn, linesOf, type CustomView } from './shelf'
import { Stage } from './Stage'
import { sayDesign, Strip } from './Strip'
import { useOrdering } from './use-ordering'
import { useWork } from './use-work'

export interface StudioProps {
  views: CustomView[]
  view: CustomView
  drafted: Design
  remote: ReturnType<typeof useRemote<'catalogue.list'>>
}

/** One design being made: the fruit on its stage, the desk below it, the price at the bottom. */
export function Studio({ views, view, drafted, remote }: StudioProps) {
  const { product } = view
  const design = designOn(drafted, view)
  const drafts = useStore(draftsStore)
  const [at, setAt] = useState(0)
  const work = useWork(design, product)
  const { paths, judged } = work
  const ordering = useOrdering(design, work, view, views)
  const lines = linesOf(drafts.designs, views, useStore(artStore))
  const imprint = imprintOf(design)
  const shown = Math.min(at, Math.max(0, paths.length - 1))
  const found = judged.view?.spots
  const rings = useMemo(() => ringsOf(found ?? [], shown), [found, shown])
  const cut = judged.view?.art
  useEffect(() => {
    if (cut && cut.length > 0 && design.id) keepArt(design.id, cut)
  }, [cut, design.id])
  const desk = { design, judged, touched: ordering.touched }
  return (
    <Page
      id="studio"
      title={t('design.title')}
      light="tall"
      remote={remote}
      bar={<Bar view={view} design={design} lines={lines} now={remote.now} onOrder={ordering.choosePack} />}
    >
      <Chips
        id="variety"
        label={t('design.variety')}
        items={views.map(({ product: { _id, name }, refusal }) => ({
          key: _id,
          word: say(name),
          disabled: refusal !== null,
        }))}
        value={product._id}
        onPick={(productId) => changeDesign({ productId, packId: '', packs: 1 })}
        slide
      />
      <Stage
        product={product}
        path={paths[shown] ?? null}
        label={sayDesign(design)}
        rings={rings}
        ruler={design.kind === 'text' ? 'width' : 'motifWidth'}
        stickerMm={judged.view?.measures.stickerMm ?? 40}
        onMore={ordering.more}
      />
      <View className="desk stack">
        {drafts.designs.length > 1 && (
          <Strip drafts={drafts} products={views.map((one) => one.product)} onRemove={() => void ordering.remove()} />
        )}
        <Segmented
          id="kind"
          label={t('design.kind')}
          items={[
            { key: 'text', word: t('design.text') },
            { key: 'motif', word: t('design.motif') },
            ...(product.imprint.pictures ? [{ key: 'picture' as const, word: t('design.picture') }] : []),
          ]}
          value={design.kind}
          onPick={(kind) => changeDesign({ kind })}
        />
        {design.kind !== drafted.kind && (
          <View className="t-note" {...spoken({ id: 'words-only', role: 'status', live: true })}>
            {t('design.wordsOnly', { fruit: say(product.name) })}
          </View>
        )}
        {design.kind === 'text' && <WordsDesk {...desk} product={product} set={work.words} at={shown} onShow={setAt} />}
        {design.kind === 'motif' && <MotifDesk {...desk} />}
        {design.kind === 'picture' && <PictureDesk {...desk} work={work.picture} />}
      </View>
      {ordering.choosing && imprint && (
        <PackSheet
          view={view}
          design={design}
          imprint={imprint}
          othersFen={lines.filter(({ id }) => id !== design.id).reduce((sum, { fen }) => sum + fen, 0)}
          onClose={ordering.close}
          onMore={ordering.more}
          onDone={ordering.checkout}
        />
      )}
    </Page>
  )
}
