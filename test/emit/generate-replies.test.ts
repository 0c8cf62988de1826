import { describe, expect, it } from 'vitest'
import { generateFiles } from '../../src/emit/generate.ts'
import { replyTableOf } from '../../src/emit/project-state.ts'
import { createTapResolver, type ResolvedTap } from '../../src/model/resolve-tap.ts'
import { compileFiles } from '../helpers/compile-yaml.ts'

const offer = `variables:
  customer: string(15)
  size: { type: integer, minimum: 36, maximum: 48 }
  left: { type: string, enum: [red, "it's blue"] }
  extra: { type: boolean, default: false }
  point: { type: object, properties: { at: { type: array, maxItems: 2, items: number }, name: string(9) } }
message:
  text: Choose
  replyButtonMessage:
    buttons:
      - { id: "yes", text: "Yes" }
      - { id: "size:{{ size }}/{{ left }}", text: Another size }
      - { id: "__proto__", text: "Call {{ customer }}" }
callbackData:
  flow: offer
  note: "for {{ customer }}"
  extra: "{{ extra }}"
  point: "{{ point }}"
  list: [1, true, null, "{{ size }}", { deep: "{{ point.at }}" }]
`
const files = {
  'messages/shop/offer.yaml': offer,
  'messages/visit.yaml':
    'message: { text: Nice?, replyButtonMessage: { buttons: [{ id: "yes", text: Sure }] } }\n',
  'messages/hello.yaml': 'message: { text: Hello }\n',
}

async function generate(
  tracking: boolean,
  emit: 'ts' | 'js' = 'ts',
): Promise<Record<string, string>> {
  const { messages, diagnostics } = compileFiles(files, { tracking })
  expect(diagnostics).toEqual([])
  return { ...(await generateFiles(messages, { importExtension: 'ts', emit })) }
}

describe('the module of replies', () => {
  it('has everything that can be tapped, typed', async () => {
    const { '_replies.ts': text } = await generate(false)
    await expect(text).toMatchFileSnapshot('generated/replies.ts.out')
  })

  it('has its types in the one file of types, where JavaScript is asked for', async () => {
    const { '_replies.js': text, 'index.d.ts': types = '' } = await generate(false, 'js')
    await expect(text).toMatchFileSnapshot('generated/replies.js.out')
    const typeScript = (await generate(false))['_replies.ts'] ?? ''
    const choices = /export interface ReplyChoices \{\n.*?\n\}\n/s
    expect(choices.exec(types)?.[0]).toBe(choices.exec(typeScript)?.[0])
    expect(types).toContain('export declare function decodeEvent(')
    expect(types).toContain('export declare function handleReplies(')
  })

  it('goes on to read ids that are retired, with what their variables were', async () => {
    const retired = `retired:
  - { id: no, reason: "Nobody says */ no.", date: 2026-03-01 }
  - id: "row:{{ row.id }}/{{ size }}"
    type: row
    reason: Rows are gone.
    date: 2026-03-01
    variables: { row: { type: object, properties: { id: { type: string, enum: [a, b] } } } }
`
    const { messages, diagnostics } = compileFiles({ 'messages/offer.yaml': offer + retired })
    expect(diagnostics).toEqual([])
    const { '_replies.ts': text = '' } = await generateFiles(messages, { importExtension: 'ts' })
    expect(text).toContain(`      /** Not offered since 2026-03-01: Nobody says *\\/ no. */
      readonly no: {`)
    expect(text).toContain(
      "keys: { readonly row: { readonly id: 'a' | 'b' }; readonly size: number }",
    )
    const read = createTapResolver(replyTableOf(messages))
    const tap = (id: string): ResolvedTap =>
      read({ reply: { id, text: undefined }, callbackData: undefined, tracking: undefined })
    const message = 'offer'
    const id = 'row:{{ row.id }}/{{ size }}'
    expect(tap('no')).toMatchObject({ type: 'choice', choice: { message, id: 'no' } })
    expect(tap('row:b/40')).toMatchObject({
      type: 'choice',
      choice: { message, id, type: 'row', keys: { row: { id: 'b' }, size: 40 } },
    })
    expect(tap('row:c/40').type).toBe('forged-choice')
  })

  it('says that sends are tracked, and then of no id that two messages share it', async () => {
    const { '_replies.ts': text } = await generate(true)
    expect(text).toContain('  tracking: true,\n')
    expect(text).not.toContain('overlap')
  })

  it('is handed on by the index', async () => {
    const { 'index.ts': index } = await generate(false)
    expect(index).toContain(
      "export { decodeEvent, handleReplies, type ReplyChoices } from './_replies.ts'\n",
    )
    const { 'index.js': javaScript } = await generate(false, 'js')
    expect(javaScript).toContain("export { decodeEvent, handleReplies } from './_replies.js'\n")
  })

  it('is left out where nothing can be tapped', async () => {
    const { messages } = compileFiles({ 'messages/hello.yaml': files['messages/hello.yaml'] })
    const generated = await generateFiles(messages, { importExtension: 'ts' })
    expect(Object.keys(generated)).toEqual(['hello.ts', 'index.ts', '.connectly-manifest.json'])
  })

  it('gives the same bytes whatever the order of the messages', async () => {
    const { messages } = compileFiles(files)
    const reversed = await generateFiles(messages.toReversed(), { importExtension: 'ts' })
    expect(reversed).toEqual(await generate(false))
  })
})
