import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { compileYaml } from './helpers/compile-yaml.ts'
import { root } from './helpers/type-project.ts'

const page = readFileSync(join(root, 'src/language/writing.md'), 'utf8')
const blocks = [...page.matchAll(/```yaml\n(.*?)```/gs)].map((match) => match[1] ?? '')

function reports(yaml: string): readonly string[] {
  return compileYaml(yaml).diagnostics.map(({ rule, message }) => `${rule}: ${message}`)
}

it('every message of the page on writing messages is without a finding', () => {
  expect(blocks.length).toBeGreaterThan(3)
  expect(blocks.flatMap((block) => reports(block))).toEqual([])
})
