import { inShanghai } from '../../../cloudfunctions/ports/shipping-info'
import { fieldValue, templateIds } from '../../../cloudfunctions/ports/subscribe-messages'
import { readMediaCheck, verdictOf } from '../../../cloudfunctions/ports/suggest'
import { codeOf, isDuplicate, textOf } from '../../../cloudfunctions/ports/failures'

describe('a field of a subscribe message', () => {
  it('is cut to what its kind may hold, by characters and not by code units', () => {
    expect(fieldValue('thing2', '红富士'.repeat(10))).toHaveLength(20)
    expect([...fieldValue('thing2', '🍎'.repeat(30))]).toHaveLength(20)
    expect(fieldValue('character_string1', 'A'.repeat(40))).toHaveLength(32)
    expect(fieldValue('phrase3', '等您的一句话')).toBe('等您的一句')
  })

  it('keeps what fits, and is never empty, which WeChat would refuse', () => {
    expect(fieldValue('date3', '2026年10月25日')).toBe('2026年10月25日')
    expect(fieldValue('thing2', '')).toBe('-')
    expect(fieldValue('thing2', '  ')).toBe('-')
  })

  it('holds no Chinese where WeChat takes letters and digits only', () => {
    expect(fieldValue('character_string1', '单号GY26')).toBe('GY26')
    expect(fieldValue('character_string1', '单号')).toBe('-')
  })
})

describe('template ids', () => {
  it('come from the configuration, and from the key where that says nothing', () => {
    const ids = templateIds('{"paid":"AbC123"}')
    expect([ids.paid, ids.shipped]).toEqual(['AbC123', 'tmpl-shipped'])
  })
})

describe('what WeChat answers', () => {
  it('is a pass only when it says pass', () => {
    expect(['pass', 'review', 'risky', 'new-word', undefined].map(verdictOf)).toEqual([
      'pass',
      'review',
      'refused',
      'review',
      'review',
    ])
  })

  it('about a picture is read from its event only, and a failed check is no pass', () => {
    const event = { Event: 'wxa_media_check', trace_id: 't1', errcode: 0, result: { suggest: 'pass' } }
    expect(readMediaCheck(event)).toEqual({ traceId: 't1', verdict: 'pass' })
    expect(readMediaCheck({ ...event, errcode: -1001 })).toEqual({ traceId: 't1', verdict: 'review' })
    expect(readMediaCheck({ ...event, Event: 'user_enter_tempsession' })).toBeNull()
    expect(readMediaCheck({ ...event, trace_id: '' })).toBeNull()
  })

  it('tells a duplicate from other errors of the same code by its text', () => {
    const duplicate = { errCode: -502001, errMsg: '[FailedOperation.Insert] E11000 duplicate key error collection' }
    const other = { errCode: -502001, errMsg: '[FailedOperation.Update] no such field' }
    expect([isDuplicate(duplicate), isDuplicate(other), isDuplicate(new Error('x')), isDuplicate(undefined)]).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect([codeOf(duplicate), codeOf(null), textOf(other)]).toEqual([-502001, 0, other.errMsg])
  })
})

describe('the time of shipping', () => {
  it('is told with milliseconds and the offset of Shanghai', () => {
    expect(inShanghai('2026-10-24T18:30:05.007Z')).toBe('2026-10-25T02:30:05.007+08:00')
  })
})
