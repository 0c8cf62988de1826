import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type CrashSite, crashRun, type Death } from './crash-run.ts'

const script = join(import.meta.dirname, 'dying-cli.ts')

/**
 * Kills a process when so many messages of the run were taken, and a little later, so that it falls
 * between requests, commits and answers.
 */
export function killAt({ server }: CrashSite, taken: number, dice: () => number): Death {
  return async (child) => {
    await Promise.race([server.reach(taken), once(child, 'exit')])
    const until = performance.now() + dice() * 4
    while (performance.now() < until) await new Promise((resolve) => setImmediate(resolve))
    child.kill('SIGKILL')
  }
}

/** Kills a process so soon that it may not have begun to send. */
export function killEarly(dice: () => number): Death {
  return async (child) => {
    await Promise.race([sleep(dice() * 2500), once(child, 'exit')])
    child.kill('SIGKILL')
  }
}

/** So many deaths at random points of one run; one in ten is an early one. */
export function randomDeaths(site: CrashSite, count: number, dice: () => number): readonly Death[] {
  const points = Array.from({ length: count }, () => Math.floor(dice() * site.rows))
  return points
    .toSorted((left, right) => left - right)
    .map((taken) => (dice() < 0.1 ? killEarly(dice) : killAt(site, taken, dice)))
}

/** A process that kills itself at its n-th commit or socket write. */
export function dieAtMoment(moment: number): {
  readonly script: string
  readonly env: object
  readonly death: Death
} {
  return { script, env: { DIE_AT: String(moment) }, death: async () => {} }
}

/** How many commits and socket writes a run makes that nobody kills. */
export async function countMoments(site: CrashSite): Promise<number> {
  let moments = 0
  const count: Death = async (child) => {
    child.on('message', (message) => {
      moments = Number(message)
    })
  }
  await crashRun(site, [count], { script })
  return moments
}
