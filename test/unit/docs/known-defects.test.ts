import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(__dirname, '..', '..', '..')

/** The rows of the table in docs/known-defects.md: defect, test file and the words that name the test. */
const rows = readFileSync(join(ROOT, 'docs', 'known-defects.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('.ts`'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, defect, , , file, name]) => ({ defect, file: file.replace(/`/g, ''), name }))

describe('a known defect', () => {
  it('has a line for each that we read of', () => {
    expect(rows.length).toBeGreaterThan(20)
  })

  it.each(rows)('is kept out by a test that exists: $defect', ({ file, name }) => {
    expect(existsSync(join(ROOT, file))).toBe(true)
    expect(name).not.toBe('')
    expect(readFileSync(join(ROOT, file), 'utf8')).toContain(name)
  })
})
