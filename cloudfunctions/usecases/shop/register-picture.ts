import type { Input, PictureView, RegisteredPicture, StencilView } from '../../../contract'
import { reject } from '../../../domain/refusals'
import type { PictureDoc } from '../../collections'
import type { Context } from '../core/answer'
import { takeEarlyVerdict } from '../events/media-verdict'
import { cutFor } from '../stencils/cut'
import { designName } from '../stencils/design'
import { keepCut } from '../stencils/keep'
import { stencilView } from '../stencils/stencil-view'
import { mayUsePhoto } from './own-photo'
import { customProduct } from './see-stencil'

/**
 * Takes in a photo the page has uploaded as a design: what it becomes is cut here, from the photo itself (O2), and WeChat's
 * check of the photo begins; its verdict comes later (W1). The request's key is the picture's id, so a repeat answers with
 * the first picture. Throws PICTURE_UNKNOWN, PICTURE_UNREADABLE, PRODUCT_UNKNOWN.
 */
export async function registerPicture(context: Context, input: Input<'picture.register'>): Promise<RegisteredPicture> {
  const { ports, openid } = context
  const { key, fileId, wish } = input
  const [known, links] = await Promise.all([
    ports.db.get('pictures', key),
    ports.files.links([fileId]),
    mayUsePhoto(ports, openid, fileId),
  ])
  if (known) return registeredAgain(context, known, input)
  const url = links[fileId] ?? reject('PICTURE_UNKNOWN', {}, 'fileId')
  const stencil = await stencilOf(context, input)
  const { traceId } = await ports.content.picture(openid, url)
  const picture: PictureDoc = { _id: key, openid, fileId, wish, traceId, verdict: 'pending', at: ports.now() }
  const written = await ports.db.insert('pictures', picture)
  if (written === 'duplicate') return registeredAgain(context, await ownPicture(context, key), input)
  return { pictureId: key, verdict: (await takeEarlyVerdict(ports, picture)) ?? 'pending', url, stencil }
}

// The same tap with another picture is not a repeat: it must not be answered with the first picture.
async function registeredAgain(
  context: Context,
  known: PictureDoc,
  input: Input<'picture.register'>,
): Promise<RegisteredPicture> {
  if (known.openid !== context.openid || !isSamePhoto(known, input)) {
    return reject('PICTURE_UNKNOWN', {}, 'fileId')
  }
  const [shown, stencil] = await Promise.all([showPicture(context, known), stencilOf(context, { ...input, ...known })])
  return { ...shown, stencil }
}

// By name: stored documents may hold their fields in another order.
function isSamePhoto(one: Photo, two: Photo): boolean {
  const nameOf = ({ fileId, wish }: Photo) => designName({ kind: 'photo', fileId, wish })
  return nameOf(one) === nameOf(two)
}

type Photo = Pick<PictureDoc, 'fileId' | 'wish'>

/** One of the shopper's own pictures with the verdict so far. Throws PICTURE_UNKNOWN. */
export async function getPicture(context: Context, { pictureId }: Input<'picture.get'>): Promise<PictureView> {
  return showPicture(context, await ownPicture(context, pictureId))
}

async function ownPicture({ ports, openid }: Context, pictureId: string): Promise<PictureDoc> {
  const picture = await ports.db.get('pictures', pictureId)
  return picture?.openid === openid ? picture : reject('PICTURE_UNKNOWN', {}, 'pictureId')
}

async function showPicture({ ports }: Context, { _id, fileId, verdict }: PictureDoc): Promise<PictureView> {
  const links = await ports.files.links([fileId])
  return { pictureId: _id, verdict, url: links[fileId] ?? '' }
}

async function stencilOf(
  { ports }: Context,
  { productId, fileId, wish }: Pick<Input<'picture.register'>, 'productId' | 'fileId' | 'wish'>,
): Promise<StencilView> {
  const product = await customProduct(ports, productId)
  const made = await cutFor(ports, { kind: 'photo', fileId, wish }, product, 'fileId', {
    propose: false,
  })
  await keepCut(ports, made)
  return stencilView([made], { kind: 'photo' })
}
