import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type CrashSite, crashOnce, type Death } from './crash-run.ts'

const script = join(import.meta.dirname, 'dying-cli.ts')

/**
 * Kills a process at a random point: mostly after some message was taken and a little later, so
 * that it falls between requests, commits and answers; sometimes before the first one.
 */
export function killAtRandom({ rows, server }: CrashSite, dice: () => number): Death {
  return async (child) => {
    const isEarly = dice() < 0.1
    const ended = once(child, 'exit')
    if (isEarly) await Promise.race([sleep(dice() * 2500), ended])
    else await Promise.race([server.reach(Math.floor(dice() * rows)), ended])
    const until = performance.now() + dice() * 4
    while (performance.now() < until) await new Promise((resolve) => setImmediate(resolve))
    child.kill('SIGKILL')
  }
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
  await crashOnce(site, count, { script })
  return moments
}
