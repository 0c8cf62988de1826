import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type CrashSite, finish, judgeEnd, startBulk } from './crash-run.ts'

/** What came of filling disks. */
export interface FullDisks {
  /** Why nothing could be tried. */
  readonly reason?: string
  /** Messages that were taken before each of the disks was full. */
  readonly taken: readonly number[]
  readonly unknown: number
  readonly faults: readonly string[]
}

/**
 * Runs `bulk` with its journal on a small disk until that is full, frees space, and goes on. Sizes
 * are in KiB; a disk of the memory is mounted, which only root may do.
 */
export async function fillDisks(
  site: CrashSite,
  sizes: readonly number[],
  script: string,
): Promise<FullDisks> {
  const disk = mkdtempSync(join(tmpdir(), 'connectly-disk-'))
  const taken: number[] = []
  const faults: string[] = []
  let unknown = 0
  try {
    for (const size of sizes) {
      const refused = mount(['-t', 'tmpfs', '-o', `size=${size}k`, 'tmpfs', disk])
      if (refused !== undefined) return { reason: refused, taken, unknown, faults }
      try {
        const result = await fillDisk({ ...site, journal: join(disk, 'journal') }, script)
        taken.push(result.taken)
        unknown += result.unknown
        faults.push(...result.faults.map((fault) => `disk of ${size} KiB: ${fault}`))
      } finally {
        spawnSync('umount', [disk])
      }
    }
  } finally {
    rmdirSync(disk)
  }
  return { taken, unknown, faults }
}

/** Why it could not be mounted. */
function mount(args: readonly string[]): string | undefined {
  const { status, stderr, error } = spawnSync('mount', args, { encoding: 'utf8' })
  return status === 0 ? undefined : (error?.message ?? stderr.trim())
}

interface FullDisk {
  readonly taken: number
  readonly unknown: number
  readonly faults: readonly string[]
}

async function fillDisk(site: Required<CrashSite>, script: string): Promise<FullDisk> {
  site.server.forget()
  const full = await finish(startBulk(site, script, [], {}))
  const taken = site.server.total
  const refused = mount(['-o', 'remount,size=64m', dirname(site.journal)])
  // What was never begun begins now; what was, goes on.
  const more = taken === 0 ? [] : ['--resume']
  const { code, output } = await finish(startBulk(site, script, more, {}))
  const { unknown, faults } = judgeEnd(site, code, output, 1)
  const early = [...(refused === undefined ? [] : [refused]), ...judgeFull(site, taken, full)]
  return { taken, unknown, faults: [...early, ...faults] }
}

function judgeFull(
  { rows }: CrashSite,
  taken: number,
  { code, output }: { readonly code: unknown; readonly output: string },
): readonly string[] {
  const isSaid = output.replace(/\s+/g, ' ').includes('cannot be written: the disk is full')
  return [
    ...(isSaid ? [] : [`nothing was said of a full disk:\n${output}`]),
    ...(taken < rows ? [] : ['it was never full']),
    ...(code === 2 || (code === 3 && taken > 0) ? [] : [`ended with ${code}, ${taken} taken`]),
  ]
}
