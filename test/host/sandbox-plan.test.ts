import { describe, expect, it } from 'vitest'
import { createScenarios, planByHeader } from '../../src/host/sandbox-plan.ts'
import { scenarioNames } from '../../src/host/sandbox-scenarios.ts'
import { ConnectlyError } from '../../src/model/errors.ts'

function fatesOf(scenarios: readonly string[], count: number, stepMs = 0) {
  const plan = createScenarios(scenarios)
  return Array.from(
    { length: count },
    (_, index) => plan.planRequest('send/messages', index * stepMs).fate,
  )
}

describe('scenarios for every request', () => {
  it('meet none without any', () => {
    expect(fatesOf([], 3)).toEqual([undefined, undefined, undefined])
  })

  it('meet their share, evenly and without chance', () => {
    const quiet = [undefined, undefined, undefined]
    const fates = fatesOf(['500:0.25'], 8)
    expect(fates).toEqual([...quiet, '500', ...quiet, '500'])
    expect(fatesOf(['hang:0.1'], 1000).filter(Boolean)).toHaveLength(100)
  })

  it('share the requests between them', () => {
    const fates = fatesOf(['500:0.5', 'reset-after:0.25'], 1001)
    const count = (name: string) => fates.filter((fate) => fate === name).length
    expect([count('500'), count('reset-after')]).toEqual([500, 250])
  })

  it('blow a storm for three seconds and are calm for three', () => {
    const fates = fatesOf(['429-storm'], 13, 1000)
    expect(fates.map((fate) => (fate === undefined ? '-' : 's')).join('')).toBe('sss---sss---s')
  })

  it('leave the calm of a storm to the others', () => {
    const fates = fatesOf(['429-storm', '500:0.5'], 12, 1000)
    expect(fates).toContain('500')
    expect(fates.slice(0, 3)).toEqual(['429-storm', '429-storm', '429-storm'])
  })

  it('close windows for session messages alone', () => {
    const plan = createScenarios(['window-closed'])
    expect(plan.planRequest('send/whatsapp_templated_messages', 0).fate).toBeUndefined()
    expect(plan.planRequest('send/messages', 0).fate).toBe('window-closed')
  })

  it('come with extras on top', () => {
    const plan = createScenarios(['500', 'slow', 'webhooks-repeated:0.5'])
    const plans = [1, 2].map((time) => plan.planRequest('send/messages', time))
    expect(plans.map(({ fate }) => fate)).toEqual(['500', '500'])
    expect(plans.map(({ extras }) => [...extras])).toEqual([
      ['slow'],
      ['slow', 'webhooks-repeated'],
    ])
  })

  it.each([
    ['resett-after', 'did you mean reset-after?'],
    ['x', 'known are 429-storm'],
    ['slow:0', 'slow:0.1 meets every tenth request'],
    ['slow:1.1', 'must lie above 0'],
    ['slow:', 'must lie above 0'],
    ['slow:x', 'must lie above 0'],
    ['__proto__', 'known are'],
  ])('refuse %s', (text, message) => {
    expect(() => createScenarios([text])).toThrow(ConnectlyError)
    expect(() => createScenarios([text])).toThrow(message)
  })

  it('refuse shares that exceed the whole, and keep what was set before', () => {
    const plan = createScenarios(['hang'])
    expect(() => plan.set(['500', 'hang'])).toThrow('add up to at most 1')
    expect(plan.list()).toEqual(['hang'])
    expect(plan.planRequest('send/messages', 0).fate).toBe('hang')
  })
})

describe('the scenarios of one request', () => {
  it.each(scenarioNames)('can be %s', (name) => {
    const { fate, extras } = planByHeader(` ${name} `)
    expect([fate, ...extras].filter((found) => found !== undefined)).toEqual([name])
  })

  it('can be several, or none', () => {
    expect(planByHeader('slow, 500,webhooks-unordered')).toMatchObject({
      fate: '500',
      extras: new Set(['slow', 'webhooks-unordered']),
    })
    expect(planByHeader('none')).toMatchObject({ fate: undefined, extras: new Set() })
  })

  it.each(['', 'x', '500,hang', '500:0.5'])('cannot be %j', (header) => {
    expect(() => planByHeader(header)).toThrow(ConnectlyError)
  })
})
