import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { PNG } from 'pngjs'
import { emptyMask } from '../../../../imprint/raster'
import { designOf, type SampleDesign } from '../../../photos/designs'
import { takePhoto } from '../../../photos/photo'

/** Black on white, as a designer would hand it in. */
function drawn({ mask }: SampleDesign): Buffer {
  const png = new PNG({ width: mask.width, height: mask.height })
  mask.coverage.forEach((ink, i) => png.data.set([255 - ink * 255, 255 - ink * 255, 255 - ink * 255, 255], i * 4))
  return PNG.sync.write(png)
}

test('a list is answered line for line, what cannot be read too, and the exit says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'inspect-'))
  const [fu, rich] = [designOf('福-hei'), designOf('富-hei')]
  const wish = { seed: 8, kind: 'guided', fault: 'none', fruit: 'apple', width: 400 } as const
  writeFileSync(join(folder, 'p.jpg'), (await takePhoto(wish, fu)).jpeg)
  writeFileSync(join(folder, 'fu.png'), drawn(fu))
  writeFileSync(join(folder, 'rich.png'), drawn(rich))
  writeFileSync(join(folder, 'blank.png'), drawn({ ...fu, mask: emptyMask(240, 240) }))
  const black = { ...emptyMask(240, 240), coverage: new Float32Array(240 * 240).fill(1) }
  writeFileSync(join(folder, 'black.png'), drawn({ ...fu, mask: black }))
  const jobs = [
    { photo: 'p.jpg', design: 'fu.png', against: ['rich.png', 'fu.png'] },
    { photo: 'p.jpg', design: 'fu.png', against: ['black.png', 'blank.png'] },
    { photo: 'p.jpg', design: 'blank.png', against: ['fu.png'] },
    { photo: '.', design: 'fu.png' },
    { photo: 'none.jpg', design: 'fu.png' },
    { photo: 'p.jpg', design: 'rich.png', against: ['fu.png'] },
  ]
  writeFileSync(join(folder, 'jobs.jsonl'), ['nonsense', ...jobs.map((job) => JSON.stringify(job))].join('\n'))
  const root = resolve(__dirname, '../../../..')
  const tsx = require.resolve('tsx/cli')
  // As npm does it: it works in its package, and says where it was called from.
  const { stdout, status } = spawnSync(process.execPath, [tsx, 'press/inspect.ts', '--list', 'jobs.jsonl'], {
    cwd: root,
    env: { ...process.env, INIT_CWD: folder },
    encoding: 'utf8',
  })
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  const unread = { verdict: 'unsure', score: 0, reason: 'unreadable', looksLike: null }
  expect(answers).toMatchObject([
    { ...unread, error: { code: 'wrongLine' } },
    { verdict: 'consistent', reason: 'matches', looksLike: null },
    { verdict: 'consistent', reason: 'matches', looksLike: null },
    { ...unread, error: { code: 'unreadable', message: expect.stringContaining('blank.png') as string } },
    { ...unread, error: { code: 'unreadable', message: 'there is no file .' } },
    { ...unread, error: { code: 'unreadable', message: 'there is no file none.jpg' } },
    { verdict: 'inconsistent', reason: 'wrongDesign', looksLike: 'fu.png' },
  ])
  expect(Object.keys(answers[1])).toEqual(['verdict', 'score', 'reason', 'looksLike'])
  expect(status).toBe(2)
  rmSync(folder, { recursive: true })
})
