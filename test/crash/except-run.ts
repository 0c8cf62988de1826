import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type CrashSite, type Death, finish, numberOf, startBulk } from './crash-run.ts'

/**
 * Lets a run die, then another one of the same list that leaves out whom the first has reached, and
 * goes on with that. Returns what must never happen.
 */
export async function exceptRun(
  site: CrashSite,
  [first, second]: readonly [Death, Death],
  script: string,
): Promise<readonly string[]> {
  // A run that ended here would be found, and nothing sent again.
  freshJournal(site, 'list.csv.journal')
  const before = freshJournal(site, 'first.journal')
  const journal = freshJournal(site, 'second.journal')
  const after = { ...site, journal }
  site.server.forget()
  await die({ ...site, journal: before }, script, [], first)
  await die(after, script, ['--except', before], second)
  const { code, output } = await finish(startBulk(after, script, ['--resume'], {}))
  const counts = Array.from(
    { length: site.rows },
    (_, index) => site.server.taken.get(numberOf(index + 1))?.length ?? 0,
  )
  const doubled = counts.filter((count) => count > 1).length
  const missing = counts.filter((count) => count === 0).length
  return [
    ...(doubled === 0 ? [] : [`${doubled} rows were doubled`]),
    ...(missing <= 2 * site.concurrency ? [] : [`${missing} rows were lost`]),
    ...(code === 0 || code === 3 ? [] : [`ended with ${code}:\n${output}`]),
  ]
}

function freshJournal({ folder }: CrashSite, name: string): string {
  const journal = join(folder, name)
  for (const suffix of ['', '-wal', '-shm']) rmSync(journal + suffix, { force: true })
  return journal
}

async function die(
  site: CrashSite,
  script: string,
  more: readonly string[],
  death: Death,
): Promise<void> {
  const child = startBulk(site, script, more, {})
  const ended = finish(child)
  await death(child)
  await ended
}
