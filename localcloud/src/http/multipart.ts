import { invalidParameter } from '../errors'

export interface Part {
  name: string
  filename: string | undefined
  bytes: Buffer
}

/** Splits a multipart/form-data body; parts keep their bytes. Throws when it is malformed. */
export function readMultipart(body: Buffer, contentType: string): Part[] {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1]
  if (!boundary) throw invalidParameter('multipart without boundary')
  const mark = Buffer.from(`--${boundary}`)
  const parts: Part[] = []
  let start = body.indexOf(mark)
  while (start >= 0) {
    const end = body.indexOf(mark, start + mark.length)
    if (end < 0) break
    const part = body.subarray(start + mark.length + 2, end - 2)
    const split = part.indexOf('\r\n\r\n')
    if (split < 0) throw invalidParameter('multipart part without header')
    const header = part.subarray(0, split).toString()
    const name = /[;\s]name="([^"]*)"/i.exec(header)?.[1]
    if (name === undefined) throw invalidParameter('multipart part without name')
    parts.push({ name, filename: /filename="([^"]*)"/i.exec(header)?.[1], bytes: part.subarray(split + 4) })
    start = end
  }
  return parts
}
