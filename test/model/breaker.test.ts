import { describe, expect, it } from 'vitest'
import { type Breaker, createBreaker } from '../../src/model/breaker.ts'
import type { RowOutcome } from '../../src/model/row-state.ts'
import { isRunWideRefusal } from '../../src/model/run-wide.ts'

const accepted: RowOutcome = { state: 'accepted', id: 'a' }
const refused: RowOutcome = { state: 'refused', status: 400, code: 'ERROR_CODE_X' }

function note(breaker: Breaker, outcome: RowOutcome, times: number): Breaker {
  for (let time = 0; time < times; time++) breaker.note(outcome)
  return breaker
}

describe('createBreaker', () => {
  it('opens at the first refused key', () => {
    const breaker = note(createBreaker(), accepted, 1000)
    expect(breaker.trip).toBeUndefined()
    breaker.note({ state: 'refused', status: 401 })
    expect(breaker.trip?.cause).toBe('authentication')
  })

  it('opens at the first limit of the business', () => {
    const breaker = createBreaker()
    breaker.note({ state: 'refused', status: 400, code: 'ERROR_CODE_BUSINESS_REACHED_LIMITS' })
    expect(breaker.trip?.cause).toBe('business-limit')
  })

  it.each([
    ['refused', refused],
    ['unknown', { state: 'unknown', reason: 'timeout' }],
    ['not sent', { state: 'not_started', code: 'ECONNREFUSED' }],
  ] as const)('opens when more than half of the last 100 answers failed: %s', (_, outcome) => {
    expect(note(createBreaker(), outcome, 50).trip).toBeUndefined()
    expect(note(createBreaker(), outcome, 51).trip?.cause).toBe('failures')
  })

  it('forgets what lies more than 100 answers back', () => {
    const breaker = createBreaker()
    for (let round = 0; round < 50; round++) {
      note(breaker, refused, 50)
      note(breaker, accepted, 50)
    }
    expect(breaker.trip).toBeUndefined()
    note(breaker, refused, 51)
    expect(breaker.trip?.cause).toBe('failures')
  })
})

describe('isRunWideRefusal', () => {
  it.each([
    [{ state: 'refused', status: 401 }, true],
    [{ state: 'refused', status: 307 }, true],
    [{ state: 'refused', status: 429 }, true],
    [{ state: 'refused', status: 400, code: 'ERROR_CODE_BUSINESS_REACHED_LIMITS' }, true],
    [{ state: 'refused', status: 400, code: 'ERROR_CODE_MESSAGE_CUSTOMER_OPTED_OUT' }, false],
    [{ state: 'refused', status: 400 }, false],
    [{ state: 'unknown', status: 401 }, false],
    [{ state: 'accepted', id: 'a' }, false],
  ] as const)('%j: %s', (outcome, expected) => {
    expect(isRunWideRefusal(outcome)).toBe(expected)
  })
})
