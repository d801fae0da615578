import { readInspectOptions, readJob } from '../../../../press/inspect-options'
import { WrongOption } from '../../../../press/wrong-option'

const job = (against: string[]) => ({ kind: 'one', job: { photo: 'p.jpg', design: 'd.png', against } })
const read = (line: string) => readInspectOptions(line.split(' '))

test.each([
  ['--photo p.jpg --design d.png', []],
  ['--photo p.jpg --design d.png --against a.png', ['a.png']],
  ['--against a.png b.png --photo p.jpg --against c.png --design d.png', ['a.png', 'b.png', 'c.png']],
  ['--photo=p.jpg --design=d.png --against=a.png b.png', ['a.png', 'b.png']],
])('%s is one inspection', (line, against) => {
  expect(read(line)).toEqual(job(against))
})

test('other fruit is named by its mark and its width', () => {
  const pomelo = { photo: 'p.jpg', design: 'd.png', against: [], laser: true, fruitMm: 160 }
  expect(read('--photo p.jpg --design d.png --laser --fruit-mm 160')).toEqual({ kind: 'one', job: pomelo })
  expect(readJob('{"photo":"p.jpg","design":"d.png","laser":true,"fruitMm":160}')).toEqual(pomelo)
})

test('a list is a file or standard input', () => {
  expect(read('--list jobs.jsonl')).toEqual({ kind: 'list', file: 'jobs.jsonl' })
  expect(read('--list -')).toEqual({ kind: 'list', file: '-' })
})

test.each([
  '--photo p.jpg',
  '--design d.png',
  '--photo p.jpg --design d.png stray.png',
  '--photo p.jpg --design d.png --speed fast',
  '--list jobs.jsonl --photo p.jpg',
  '--photo',
  '--photo p.jpg --design d.png --fruit-mm 16',
  '--photo p.jpg --design d.png --fruit-mm wide',
])('%s is a wrong option', (line) => {
  expect(() => read(line)).toThrow(WrongOption)
})

test('a line of a list may leave out what to compare with', () => {
  expect(readJob('{"photo":"p.jpg","design":"d.png"}')).toEqual({ photo: 'p.jpg', design: 'd.png', against: [] })
  expect(readJob('{"photo":"p.jpg","design":"d.png","against":null,"laser":null,"fruitMm":null}').against).toEqual([])
  expect(readJob('{"photo":"p.jpg","design":"d.png","against":["a.png"]}').against).toEqual(['a.png'])
})

test.each([
  '',
  'nonsense',
  '7',
  'null',
  '{"photo":"p.jpg"}',
  '{"photo":"p","design":"d","against":"a"}',
  '{"photo":"p","design":"d","laser":1}',
])('a line that says %p is refused', (line) => {
  expect(() => readJob(line)).toThrow(WrongOption)
})

test.each(['--photo', '--design', '--list'])('%s given twice is refused, not half answered', (name) => {
  const whole = ['--photo', 'a.jpg', '--design', 'd.png']
  const args = name === '--list' ? [name, 'one', name, 'two'] : [...whole, name, 'other']
  expect(() => readInspectOptions(args)).toThrow(`give ${name} once`)
})
