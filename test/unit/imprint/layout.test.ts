import { layoutText } from '../../../imprint/layout'

const SAFE_RADIUS_MM = 18

describe('the layout of words on the film', () => {
  it.each([
    ['福', ['福']],
    ['平安', ['平安']],
    ['生日快', ['生日快']],
    ['生日快乐', ['生日', '快乐']],
    ['永结同心好', ['永结', '同心好']],
    ['生日快乐小明', ['生日', '快乐', '小明']],
    ['生日快乐 小明', ['生日', '快乐', '小明']],
    ['五谷丰登六畜兴旺', ['五谷丰登', '六畜兴旺']],
    ['Happy Birthday', ['Happy', 'Birthday']],
    ['2026 平安', ['2026', '平安']],
    ['春\n夏', ['春', '夏']],
  ])('sets %j as %j', (text, lines) => {
    expect(layoutText(text).lines).toEqual(lines)
  })

  it('sets two characters in a column when their line break is typed or columns are asked for', () => {
    const column = layoutText('平安', 'columns')
    expect(column).toMatchObject({ lines: ['平安'], direction: 'columns' })
    expect(column.heightMm).toBeGreaterThan(column.widthMm * 1.8)
    expect(layoutText('平\n安').lines).toEqual(['平', '安'])
  })

  it('sets four characters in two columns, the right one first, and keeps Latin text in rows', () => {
    expect(layoutText('生日快乐', 'columns').lines).toEqual(['生日', '快乐'])
    expect(layoutText('Love', 'columns').direction).toBe('rows')
  })

  it('never breaks a Latin word or a number', () => {
    for (const text of ['Congratulations', '520 1314', 'Love小明Love', 'A&B 2026']) {
      const whole = text.match(/[^\s\u4e00-\u9fff]+/g) ?? []
      const { lines } = layoutText(text)
      for (const word of whole) expect(lines.some((line) => line.includes(word))).toBe(true)
    }
  })

  it('makes characters smaller as there are more of them, and never leaves the safe circle', () => {
    const texts = ['福', '平安', '生日快乐', '生日快乐小明', '五谷丰登六畜兴旺', '愿你三冬暖愿你春不寒愿你常平安']
    const layouts = texts.map((text) => layoutText(text))
    layouts.slice(1).forEach((layout, i) => expect(layout.emMm).toBeLessThan(layouts[i].emMm))
    for (const { widthMm, heightMm, lines } of layouts) {
      if (new Set(lines.map((line) => line.length)).size > 1) continue
      expect(Math.hypot(widthMm / 2, heightMm / 2)).toBeLessThan(SAFE_RADIUS_MM * 1.06)
    }
  })

  it('measures Chinese by the em and small letters by their own height', () => {
    const four = layoutText('生日快乐')
    expect(four.emMm).toBeCloseTo(12.57, 1)
    expect(four.glyphMm).toBeCloseTo(four.emMm * 0.92, 5)
    expect(four.emOfSafe).toBeCloseTo(four.emMm / 36, 5)
    const love = layoutText('Love')
    expect(love.glyphMm).toBeCloseTo(love.emMm * 0.52, 5)
  })

  it('gives nothing for empty text and still answers for a very long one', () => {
    expect(layoutText(' \n ')).toMatchObject({ lines: [], emMm: 0 })
    const long = layoutText('一'.repeat(60))
    expect(long.lines.join('')).toBe('一'.repeat(60))
    expect(long.emMm).toBeLessThan(5)
  })
})
