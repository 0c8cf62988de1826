import { generateFiles } from '../../../src/emit/generate.ts'
import { makeTypeProject } from '../../helpers/type-project.ts'
import { writeConsumer } from './old-consumer.ts'
import type { Build } from './true-verdict.ts'

/** Something with a build. */
export interface PairedBuilds {
  readonly build: Build
}

/** An application written for one build, and the build that it is compiled with. */
export interface ConsumerCase {
  readonly written: Build
  readonly used: Build
}

/** Case → what the compiler says against the application; all of them in one program. */
export async function compileConsumers(
  cases: readonly (ConsumerCase | undefined)[],
): Promise<ReadonlyMap<number, string>> {
  const folders = new Map<Build, string>()
  const texts: Record<string, string> = {}
  for (const build of cases.flatMap((one) => (one === undefined ? [] : [one.written, one.used]))) {
    if (folders.has(build)) continue
    const folder = `b${folders.size}`
    folders.set(build, folder)
    const files = await generateFiles(build.messages, { importExtension: 'ts' })
    for (const [path, text] of Object.entries(files)) {
      if (path.endsWith('.ts')) texts[`${folder}/${path}`] = text
    }
    // The application has to fit its own build.
    texts[`own-${folder}.ts`] = writeConsumer(build.messages, build.table, `./${folder}`)
  }
  for (const [index, one] of cases.entries()) {
    if (one === undefined) continue
    const { written, used } = one
    const { messages, table } = written
    texts[`c${index}.ts`] = writeConsumer(messages, table, `./${folders.get(used)}`)
  }
  const project = await makeTypeProject(texts)
  try {
    const errors = new Map<number, string>()
    for (const { file, text } of await project.check('typescript')) {
      const [, index] = /^c(\d+)\.ts$/.exec(file) ?? []
      if (index === undefined) throw new Error(`${file}: ${text}`)
      errors.set(Number(index), [errors.get(Number(index)) ?? '', text].join('\n').trim())
    }
    return errors
  } finally {
    project.remove()
  }
}
