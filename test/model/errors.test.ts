import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { findApiCode, listApiCodes } from '../../src/model/api-code.ts'
import {
  ApiError,
  AuthenticationError,
  ConnectlyError,
  InvalidMessageError,
  InvalidVariablesError,
  NetworkError,
  OutsideWindowError,
  RateLimitError,
  UnknownOutcomeError,
} from '../../src/model/errors.ts'

const family = [
  ['ConnectlyError', new ConnectlyError('m')],
  ['InvalidVariablesError', new InvalidVariablesError([])],
  ['InvalidMessageError', new InvalidMessageError([])],
  ['ApiError', new ApiError('m', { status: 400 })],
  ['OutsideWindowError', new OutsideWindowError('m', { status: 400 })],
  ['RateLimitError', new RateLimitError('m', { status: 429 }, 7000)],
  ['AuthenticationError', new AuthenticationError('m', { status: 401 })],
  ['NetworkError', new NetworkError('m')],
  ['UnknownOutcomeError', new UnknownOutcomeError('m', { reason: 'timeout' })],
] as const

describe('the error family', () => {
  it.each(family)('gives %s a name that is stable wherever it is read', (name, error) => {
    expect(error).toBeInstanceOf(ConnectlyError)
    expect(error.name).toBe(name)
    expect(error.stack).toMatch(new RegExp(`^${name}: `))
    expect(String(error)).toMatch(new RegExp(`^${name}: `))
    expect(inspect(error)).toMatch(new RegExp(`^${name}: `))
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ name, message: error.message })
  })

  it('keeps what API errors have in common together', () => {
    const isApiError = family.map(([name, error]) => (error instanceof ApiError ? name : ''))

    expect(isApiError.filter(Boolean)).toEqual([
      'ApiError',
      'OutsideWindowError',
      'RateLimitError',
      'AuthenticationError',
    ])
  })

  it('shows fields, and no cause, as JSON', () => {
    const error = new UnknownOutcomeError('m', {
      reason: 'connection',
      status: 502,
      traceId: '118',
      cause: new Error('hidden'),
    })

    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'UnknownOutcomeError',
      message: 'm',
      reason: 'connection',
      status: 502,
      traceId: '118',
    })
    expect(error.cause).toEqual(new Error('hidden'))
  })

  it('names the first problems and counts the others', () => {
    const problems = ['a', 'b', 'c', 'd', 'e'].map((message) => ({
      path: [message],
      message: `\`${message}\` is missing`,
      keyword: 'required',
    }))

    expect(new InvalidVariablesError(problems).message).toBe(
      'nothing was sent, correct the variables: `a` is missing; `b` is missing; `c` is missing; and 2 more',
    )
  })

  it('speaks of errors only when a message is invalid, and keeps its warnings', () => {
    const diagnostics = [
      { rule: 'r', severity: 'warning', message: 'is odd', path: [], value: 'x' },
      { rule: 'r', severity: 'error', message: 'is too long', path: ['text'], value: 'xx' },
    ] as const

    const error = new InvalidMessageError(diagnostics)

    expect(error.message).toContain('is too long')
    expect(error.message).not.toContain('is odd')
    expect(error.diagnostics.map(({ severity }) => severity)).toEqual(['error', 'warning'])
    expect(error.diagnostics).toHaveLength(diagnostics.length)
  })

  it.each([
    [[['recipient', 'id']], 'correct the recipient'],
    [[['number']], 'correct the recipient'],
    [[['sender', 'id']], 'correct the sender'],
    [[['message', 'text']], 'pass other variables or change the message'],
    [
      [
        ['recipient', 'id'],
        ['message', 'text'],
      ],
      'pass other variables or change the message',
    ],
  ] as const)('says what to correct where %j breaks a rule', (paths, wayOut) => {
    const broken = paths.map((path) => ({
      rule: 'r',
      severity: 'error' as const,
      message: 'is wrong',
      path,
      value: 'x',
    }))
    const odd = { rule: 'r', severity: 'warning', message: 'is odd', path: [], value: 'x' } as const
    expect(new InvalidMessageError([odd, ...broken]).message).toMatch(
      new RegExp(`^nothing was sent, ${wayOut}: is wrong`),
    )
  })
})

describe('the codes of the API', () => {
  it('gives every documented code a way out', () => {
    expect(listApiCodes()).toHaveLength(18)
    for (const code of listApiCodes()) expect(findApiCode(code)?.advice).toMatch(/^[a-z].{15,}$/)
  })

  it('holds the two codes of a closed window apart from all others', () => {
    const closed = listApiCodes().filter(
      (code) => findApiCode(code)?.surfacesAs === 'OutsideWindowError',
    )

    expect(closed).toEqual([
      'ERROR_CODE_MESSAGE_OUTSIDE_OF_ELIGIBILITY_WINDOW',
      'ERROR_CODE_MESSAGE_CUSTOMER_NO_CONVERSATION_INITIATION',
    ])
  })

  it('knows nothing of codes that it was not told of', () => {
    expect(findApiCode('constructor')).toBeUndefined()
  })
})
