import { ConnectlyError } from '../model/errors.ts'
import { nearMiss } from '../model/near-miss.ts'
import type { Endpoint } from '../model/payload.ts'
import {
  type ExtraName,
  extraNames,
  type FateName,
  fateNames,
  type ScenarioName,
  scenarioNames,
  stormMs,
} from './sandbox-scenarios.ts'

/** The request header that names scenarios for this one request, with commas between them. */
export const scenarioHeader = 'x-connectly-sandbox-scenario'

/** What a request will meet. */
export interface RequestPlan {
  readonly fate: FateName | undefined
  readonly extras: ReadonlySet<ExtraName>
  /** What is left of a storm, if one blows. */
  readonly stormLeftMs: number
}

/** The scenarios that hold for every request, and the drawing of lots between them. */
export interface Scenarios {
  /** `time` is that of a clock that nobody moves. */
  planRequest(endpoint: Endpoint, time: number): RequestPlan
  /** Whether the next inbound message is told twice. */
  isInboundRepeated(): boolean
  /** @throws {@link ConnectlyError} for an unknown name or shares that exceed the whole. */
  set(scenarios: readonly string[]): void
  /** As they were set. */
  list(): readonly string[]
}

interface Scenario<Name extends ScenarioName> {
  readonly name: Name
  /** Above 0, at most 1. */
  readonly share: number
  /** What is owed so far: at 1 a request meets the scenario. */
  due: number
}

/**
 * Makes the scenarios of a sandbox. No chance is in it: `500:0.25` meets every fourth request.
 * @throws {@link ConnectlyError} as {@link Scenarios.set} does.
 */
export function createScenarios(initial: readonly string[]): Scenarios {
  let texts: readonly string[] = []
  let fates: readonly Scenario<FateName>[] = []
  let extras: readonly Scenario<ExtraName>[] = []
  let stormEnd = Number.NEGATIVE_INFINITY
  const set = (scenarios: readonly string[]): void => {
    const parsed = scenarios.map(parseScenario)
    const nextFates = parsed.filter(isFate)
    checkShares(nextFates)
    texts = [...scenarios]
    fates = nextFates
    extras = parsed.filter(isExtra)
    stormEnd = Number.NEGATIVE_INFINITY
  }
  const drawFate = (endpoint: Endpoint, time: number): FateName | undefined => {
    if (time < stormEnd) return '429-storm'
    const isCalm = time < stormEnd + stormMs
    const eligible = fates.filter(
      ({ name }) => applies(name, endpoint) && !(name === '429-storm' && isCalm),
    )
    const fate = drawLot(eligible)
    if (fate === '429-storm') stormEnd = time + stormMs
    return fate
  }
  set(initial)
  return {
    planRequest: (endpoint, time) => ({
      fate: drawFate(endpoint, time),
      extras: new Set(extras.filter((extra) => drawLot([extra])).map(({ name }) => name)),
      stormLeftMs: stormEnd - time,
    }),
    isInboundRepeated: () =>
      drawLot(extras.filter(({ name }) => name === 'webhooks-repeated')) !== undefined,
    set,
    list: () => texts,
  }
}

/**
 * The plan that a request's own header asks for; `none` asks for a request without faults.
 * @throws {@link ConnectlyError} for a name that no scenario has.
 */
export function planByHeader(header: string): RequestPlan {
  const names = header.split(',').map((name) => name.trim())
  const scenarios = names.filter((name) => name !== 'none').map(parseScenario)
  const fates = scenarios.filter(isFate)
  if (fates.length > 1 || scenarios.some(({ share }) => share < 1)) {
    throw new ConnectlyError(
      `${scenarioHeader}: one request meets a scenario or does not, and only one of ${fateNames.join(', ')}: leave the shares and the others out`,
    )
  }
  return {
    fate: fates[0]?.name,
    extras: new Set(scenarios.filter(isExtra).map(({ name }) => name)),
    stormLeftMs: 0,
  }
}

/** The template endpoint is there for closed windows. */
function applies(name: FateName, endpoint: Endpoint): boolean {
  return name !== 'window-closed' || endpoint === 'send/messages'
}

/** The first whose turn it is; what the others are owed stays for the next request. */
function drawLot<Name extends ScenarioName>(
  scenarios: readonly Scenario<Name>[],
): Name | undefined {
  for (const scenario of scenarios) scenario.due += scenario.share
  // A tenth ten times is a little less than one.
  const drawn = scenarios.find(({ due }) => due > 1 - 1e-9)
  if (drawn !== undefined) drawn.due -= 1
  return drawn?.name
}

function parseScenario(text: string): Scenario<ScenarioName> {
  const [, written = text, part] = /^(.*?):(.*)$/.exec(text) ?? []
  const name = scenarioNames.find((known) => known === written)
  if (name === undefined) {
    const meant = nearMiss(written, scenarioNames)
    throw new ConnectlyError(
      `there is no scenario ${JSON.stringify(written)}: ${meant === undefined ? `known are ${scenarioNames.join(', ')}` : `did you mean ${meant}?`}`,
    )
  }
  const share = part === undefined ? 1 : Number(part)
  if (part?.trim() !== '' && share > 0 && share <= 1) return { name, share, due: 0 }
  throw new ConnectlyError(
    `the share of ${text} must lie above 0 and at most at 1: ${name}:0.1 meets every tenth request`,
  )
}

function checkShares(scenarios: readonly Scenario<FateName>[]): void {
  // A storm leaves the requests of its calm to the others.
  const fates = scenarios.filter(({ name }) => name !== '429-storm')
  const sum = fates.reduce((total, { share }) => total + share, 0)
  if (sum <= 1 + 1e-9) return
  throw new ConnectlyError(
    `${fates.map(({ name }) => name).join(', ')} would meet more than every request together: give them shares that add up to at most 1, such as ${fates[0]?.name}:0.1`,
  )
}

function isFate(scenario: Scenario<ScenarioName>): scenario is Scenario<FateName> {
  return fateNames.some((name) => name === scenario.name)
}

function isExtra(scenario: Scenario<ScenarioName>): scenario is Scenario<ExtraName> {
  return extraNames.some((name) => name === scenario.name)
}
