import { render } from '@testing-library/react'
import { ShareCanvas, saveShareCard } from '../../../src/components/ShareCard'
import { brokenLines } from '../../../src/components/ShareCard/layout'
import { allowAlbum } from '../../../src/device/album'
import { newCanvas } from '../support/canvas'
import { cloud } from '../support/taro'

const card = {
  canvasId: 'card',
  look: 'fuji',
  path: [['M', -8, -2], ['L', 8, -2], ['L', 8, 2], ['Z']],
  sentence: '写一句话，让它长在苹果上',
  note: '果印 · 红富士',
} as const

beforeEach(() => cloud.reset())

test('the ripe fruit, the sentence and the seal are drawn, and the picture goes to the album', async () => {
  const canvas = newCanvas()
  cloud.setCanvas(canvas.node)
  expect(await saveShareCard(card)).toBe('saved')
  expect(canvas.pictures()).toEqual(['fuji-ripe 1.00', 'fuji-printed 1.00'])
  expect(canvas.texts()).toEqual([card.sentence, card.note, '果', '印'])
  expect([canvas.node.width, canvas.node.height]).toEqual([750, 1000])
  expect(cloud.callsOf('saveImageToPhotosAlbum')).toEqual([{ filePath: 'wxfile://canvas.jpg' }])
})

test.each([
  ['cancel', 'cancelled'],
  ['auth deny', 'denied'],
  ['privacy permission is not authorized', 'unagreed'],
  ['api scope is not declared in the privacy agreement', 'failed'],
  ['no space left', 'failed'],
])('what WeChat says, "%s", comes back as %s', async (said, kept) => {
  cloud.setCanvas(newCanvas().node)
  cloud.answerAlbum(said)
  expect(await saveShareCard(card)).toBe(kept)
})

test('who said no once can be taken to the settings', async () => {
  expect(await allowAlbum()).toBe(true)
  expect(cloud.callsOf('openSetting')).toHaveLength(1)
})

test('pictures that cannot be read end in a failure, not in an empty card', async () => {
  cloud.setCanvas(newCanvas({ readable: false }).node)
  expect(await saveShareCard(card)).toBe('failed')
  expect(cloud.callsOf('saveImageToPhotosAlbum')).toEqual([])
})

test('the canvas is silent for those who hear the page', () => {
  const { container } = render(<ShareCanvas id="card" />)
  expect(container.querySelector('[aria-hidden="true"] #card')).not.toBeNull()
})

test('a long sentence breaks into two lines, and ends in an ellipsis where it is still too long', () => {
  const measure = (text: string) => [...text].length
  expect(brokenLines('写一句话', 6, 2, measure)).toEqual(['写一句话'])
  expect(brokenLines('写一句话让它长在', 6, 2, measure)).toEqual(['写一句话让它', '长在'])
  expect(brokenLines('写一句话让它长在苹果上再长', 6, 2, measure)).toEqual(['写一句话让它', '长在苹果上…'])
})
