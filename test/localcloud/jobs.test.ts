import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openJobs } from '../../localcloud/src/clock/jobs'
import { openConnection } from '../../localcloud/src/data/sqlite'

const folder = mkdtempSync(join(tmpdir(), 'localcloud-jobs-'))
const connection = openConnection(join(folder, 'jobs.sqlite'), false)
afterAll(() => {
  connection.close()
  rmSync(folder, { recursive: true, force: true })
})

test('jobs run by their time, come again when they ask to, and are given up when they throw', async () => {
  let now = 0
  const done: string[] = []
  const jobs = openJobs(
    connection,
    () => now,
    () => undefined,
  )
  jobs.handle('plain', async (name: string) => void done.push(name))
  jobs.handle('twice', async (times: number) => {
    done.push(`twice ${times}`)
    return times > 1 ? { againInMs: 50, payload: times - 1 } : undefined
  })
  jobs.handle('broken', async () => {
    throw new Error('cannot be done')
  })
  const said = jest.spyOn(process.stderr, 'write').mockImplementation(() => true)
  jobs.add(30, { kind: 'plain', payload: 'late' })
  jobs.add(5, { kind: 'broken', payload: null })
  jobs.add(10, { kind: 'twice', payload: 2 })
  for (let due = jobs.nextDue(); due !== undefined; due = jobs.nextDue()) {
    now = due
    await jobs.fireNext()
  }
  expect(done).toEqual(['twice 2', 'late', 'twice 1'])
  expect(now).toBe(60)
  expect(said.mock.calls.join()).toContain('cannot be done')
  expect(jobs.list()).toEqual([])
  said.mockRestore()
})
