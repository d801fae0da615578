import { useEffect, useMemo, useRef, useState } from 'react'
import type { LookId } from '../../../imprint/fruit/looks'
import type { Path } from '../../../imprint/outline/path'
import { momentAt, stageOutlines, type Spot, type Technique } from '../../../imprint/preview/stage'
import { openCanvas, type Paper } from '../../device/canvas'
import { paintStage, type StagePictures, type StageScene } from './paint'
import { loadStagePictures } from './pictures'

export interface Painted {
  look: LookId
  technique: Technique
  path: Path | null
  spots: readonly Spot[]
  t: number
}

interface Desk {
  look: LookId
  paper: Paper
  pictures: StagePictures
}

const nothing: Path = []

/**
 * Paints on the canvas with this id, `side` px wide and high, whenever something changes, once for each frame at most.
 * False until the first painting of a look, and for good where there is no canvas.
 */
export function usePainter(canvasId: string, side: number, { look, technique, path, spots, t }: Painted): boolean {
  const desk = useDesk(canvasId, look)
  const outlines = useMemo(() => stageOutlines(path ?? nothing, spots, look, side), [path, spots, look, side])
  const next = useRef<StageScene | null>(null)
  useEffect(() => {
    if (!desk) return
    const asked = next.current !== null
    next.current = { look, side, outlines, moment: momentAt(t, technique) }
    if (asked) return
    desk.paper.onFrame(() => {
      const scene = next.current
      next.current = null
      if (!scene) return
      desk.paper.setSize(scene.side, scene.side)
      paintStage(desk.paper.pen, desk.pictures, scene)
    })
  }, [desk, look, side, outlines, t, technique])
  return desk !== null
}

/** The canvas with the pictures of a look; null while they are fetched, or when they cannot be had. */
function useDesk(canvasId: string, look: LookId): Desk | null {
  const [paper, setPaper] = useState<Paper | null>(null)
  const [desk, setDesk] = useState<Desk | null>(null)
  useEffect(() => {
    let gone = false
    openCanvas(canvasId).then(
      (opened) => !gone && setPaper(opened),
      () => undefined,
    )
    return () => void (gone = true)
  }, [canvasId])
  useEffect(() => {
    if (!paper) return
    let gone = false
    loadStagePictures(paper, look).then(
      (pictures) => !gone && setDesk({ look, paper, pictures }),
      () => undefined,
    )
    return () => void (gone = true)
  }, [paper, look])
  return desk && desk.look === look ? desk : null
}
