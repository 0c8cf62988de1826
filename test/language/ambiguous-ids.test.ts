import { describe, expect, it } from 'vitest'
import type { GroupFindings, GroupMemory } from '../../src/language/group-memory.ts'
import type { ProjectOptions } from '../../src/language/project.ts'
import { compileFiles } from '../helpers/compile-yaml.ts'

const buttons = (...ids: readonly string[]): string => {
  const list = ids.map((id, index) => `{ id: "${id}", text: T${index} }`)
  return `message: { text: Hi, replyButtonMessage: { buttons: [${list.join(', ')}] } }\n`
}
const open = (declaration: string): string =>
  `variables: { answer: ${declaration} }\n${buttons('{{ answer }}')}`

function found(
  files: { readonly [path: string]: string },
  options?: Partial<ProjectOptions>,
): readonly string[] {
  const { diagnostics } = compileFiles(files, options)
  return diagnostics
    .filter(({ rule }) => rule === 'ambiguous-id')
    .map(({ file, message }) => `${file} ${/also (.*): begin/.exec(message)?.[1]}`)
}

describe('ids that are one variable', () => {
  it.each([
    ['string(9)', buttons('call'), '"call", an id of `b`'],
    ['string(3)', buttons('call'), undefined],
    ['{ type: string, enum: [no, call] }', buttons('wait', 'call'), '"call", an id of `b`'],
    ['{ type: string, enum: [no, yes] }', buttons('wait', 'call'), undefined],
    ['integer', buttons('call', '12'), '"12", an id of `b`'],
    ['boolean', buttons('call'), undefined],
    [
      'string(9)',
      `variables: { n: integer }\n${buttons('order:{{ n }}')}`,
      '"order:0", an id of `b`',
    ],
    ['string(9)', open('{ type: string, enum: [a] }'), '"a", an id of `b`'],
    [
      'string(9)',
      `message: { text: Hi }\nretired: [{ id: gone, type: button, reason: x, date: 2026-01-02 }]\n`,
      '"gone", an id of `b`',
    ],
    ['string(9)', 'message: { text: Hi }\n', undefined],
  ])('are found where %s can be an id of another message: %j', (declaration, other, expected) => {
    const files = { 'messages/b.yaml': other, 'messages/a.yaml': open(declaration) }
    const said = found(files).filter((line) => line.startsWith('messages/a.yaml'))
    expect(said).toEqual(expected === undefined ? [] : [`messages/a.yaml ${expected}`])
  })

  it('are compared with no id of their own message, and with none where taps are tracked', () => {
    const own = `variables: { answer: string(9) }\n${buttons('{{ answer }}', 'call')}`
    expect(found({ 'messages/a.yaml': own })).toEqual([])
    const files = { 'messages/a.yaml': open('string(9)'), 'messages/b.yaml': buttons('call') }
    expect(found(files, { tracking: true })).toEqual([])
  })

  it('are said once for all locales, and not where a comment says why', () => {
    const files = {
      'messages/a.yaml': open('string(9)'),
      'messages/a.es.yaml': buttons('{{ answer }}'),
      'messages/b.yaml': buttons('call'),
    }
    expect(found(files)).toEqual(['messages/a.yaml "call", an id of `b`'])
    const quiet = '# connectly-disable ambiguous-id -- the taps are not read\n'
    expect(found({ ...files, 'messages/a.yaml': quiet + open('string(9)') })).toEqual([])
  })

  it('name the same message in every order of the files, and from memory', () => {
    const files = [
      ['messages/c.yaml', buttons('call')],
      ['messages/a.yaml', open('string(9)')],
      ['messages/b.yaml', buttons('wait')],
    ] as const
    const expected = ['messages/a.yaml "wait", an id of `b`']
    expect(found(Object.fromEntries(files))).toEqual(expected)
    expect(found(Object.fromEntries(files.toReversed()))).toEqual(expected)
    const kept = new Map<string, GroupFindings>()
    const memory: GroupMemory = {
      recall: (inputs) => kept.get(inputs),
      keep: (inputs, findings) => {
        kept.set(inputs, JSON.parse(JSON.stringify(findings)))
      },
    }
    const options = { memory, isWithoutMessages: true }
    expect(found(Object.fromEntries(files), options)).toEqual(expected)
    expect(kept.size).toBe(3)
    expect(found(Object.fromEntries(files), options)).toEqual(expected)
  })
})
