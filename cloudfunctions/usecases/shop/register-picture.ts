import type { Input, PictureView } from '../../../contract'
import { reject } from '../../../domain/refusals'
import type { PictureDoc } from '../../collections'
import type { Context } from '../core/answer'
import { takeEarlyVerdict } from '../events/media-verdict'

/**
 * Takes in a picture the page has uploaded and starts WeChat's check of what would be printed; the verdict comes later
 * (W1). The request's key is the picture's id, so a repeat answers with the first picture. Throws PICTURE_UNKNOWN.
 */
export async function registerPicture(context: Context, input: Input<'picture.register'>): Promise<PictureView> {
  const { ports, openid } = context
  const { key, fileId, originalId } = input
  const [known, [first], links] = await Promise.all([
    ports.db.get('pictures', key),
    ports.db.find('pictures', { where: { fileId }, limit: 1 }),
    ports.files.links([fileId]),
  ])
  if (known) return registeredAgain(context, known, fileId)
  // Who has learned the id of somebody else's file must not get a link to it.
  if (first && first.openid !== openid) return reject('PICTURE_UNKNOWN', {}, 'fileId')
  const url = links[fileId] ?? reject('PICTURE_UNKNOWN', {}, 'fileId')
  const { traceId } = await ports.content.picture(openid, url)
  const picture: PictureDoc = { _id: key, openid, fileId, originalId, traceId, verdict: 'pending', at: ports.now() }
  const written = await ports.db.insert('pictures', picture)
  if (written === 'duplicate') return getPicture(context, { pictureId: key })
  return { pictureId: key, verdict: (await takeEarlyVerdict(ports, picture)) ?? 'pending', url }
}

// The same tap with another picture is not a repeat: it must not be answered with the first picture.
function registeredAgain(context: Context, known: PictureDoc, fileId: string): Promise<PictureView> {
  if (known.openid !== context.openid || known.fileId !== fileId) return reject('PICTURE_UNKNOWN', {}, 'fileId')
  return getPicture(context, { pictureId: known._id })
}

/** One of the shopper's own pictures with the verdict so far. Throws PICTURE_UNKNOWN. */
export async function getPicture(context: Context, { pictureId }: { pictureId: string }): Promise<PictureView> {
  const picture = await context.ports.db.get('pictures', pictureId)
  if (picture?.openid !== context.openid) return reject('PICTURE_UNKNOWN', {}, 'pictureId')
  return pictureView(context, picture)
}

async function pictureView({ ports }: Context, picture: PictureDoc): Promise<PictureView> {
  const links = await ports.files.links([picture.fileId])
  return { pictureId: picture._id, verdict: picture.verdict, url: links[picture.fileId] ?? '' }
}
