import { render } from '@testing-library/react'
import { svgPath } from '../../../imprint/outline/path'
import { previewBox } from '../../../imprint/preview-box'
import { FruitPreview, type FruitPreviewProps } from '../../../src/components/FruitPreview'

const square = svgPath([['M', -5, -5], ['L', 5, -5], ['L', 5, 5], ['L', -5, 5], ['Z']])

function show(props: Partial<FruitPreviewProps>) {
  const { container } = render(<FruitPreview id="fruit" look="fuji" size={100} {...props} />)
  const pictures = Array.from(container.querySelectorAll('img'), (image) => decodeURIComponent(image.src))
  return {
    label: container.querySelector('#fruit')?.getAttribute('aria-label'),
    words: container.textContent,
    drawing: pictures.find((src) => src.startsWith('data:image/svg+xml,')) ?? null,
    files: pictures.filter((src) => !src.startsWith('data:')).map((src) => src.replace(/^.*\//, '')),
  }
}

/** The outline's box in the drawing, as shares of the picture. */
function boxIn(drawing: string | null) {
  const numbers = (drawing?.match(/d="([^"]*)"/)?.[1] ?? '').match(/-?\d+/g)?.map((at) => Number(at) / 400) ?? []
  const [xs, ys] = [numbers.filter((_, i) => i % 2 === 0), numbers.filter((_, i) => i % 2 === 1)]
  return { width: Math.max(...xs) - Math.min(...xs), middle: (Math.max(...ys) + Math.min(...ys)) / 2 }
}

test('an imprint lies on the ripe fruit in its true size, in the pale of that fruit, under the light', () => {
  const { drawing, files, label } = show({ art: square })
  const { mm, centre, pale } = previewBox('fuji')
  expect(boxIn(drawing).width).toBeCloseTo(10 * mm.x, 2)
  expect(boxIn(drawing).middle).toBeCloseTo(centre.y, 1)
  expect(drawing).toContain(`fill="${pale}"`)
  expect(files).toEqual(['fuji.png', 'fuji-light.png'])
  expect(label).toBe('苹果预览：上传的图')
})

test('words are spoken when their outline is drawn, and written only where there is none', () => {
  expect(show({ art: square, words: '生日 快乐' })).toMatchObject({ label: '苹果预览：生日快乐', words: '' })
  const stock = show({ words: '平安' })
  expect(stock).toMatchObject({ label: '苹果预览：平安', words: '平安', drawing: null })
  expect(stock.files).toEqual(['fuji.png', 'fuji-light.png'])
})

test.each([
  ['hongxiangsu', '梨预览：平安'],
  ['youzi', '柚子预览：平安'],
] as const)('those who hear it are told which fruit %s is', (look, label) => {
  expect(show({ look, words: '平安' }).label).toBe(label)
})

test('until it is ripe the fruit wears the film with its dark ink, and no light on grown words', () => {
  const { drawing, files } = show({ art: square, stage: 'colouring' })
  expect(files).toEqual(['fuji-colouring.png'])
  expect(drawing?.match(/<path /g)).toHaveLength(2)
  expect(drawing).not.toContain(previewBox('fuji').pale)
})

test('a plain fruit, and one whose path cannot be read, show no imprint', () => {
  expect(show({})).toMatchObject({ drawing: null, files: ['fuji.png'], label: '苹果预览' })
  expect(show({ art: 'M1 2"/><script>' })).toMatchObject({ drawing: null, files: ['fuji.png'] })
})
