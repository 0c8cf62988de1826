import { describe, expect, it } from 'vitest'
import { runCli } from '../helpers/run-cli.ts'
import { makeTempFolder } from '../helpers/temp-folder.ts'

const late = `variables:
  courier: { type: string, maxLength: 24 }
message:
  text: Your parcel is late.
  replyButtonMessage:
    buttons:
      - { id: call, text: "Call {{ courier }}" }
callbackData: { courier: "{{ courier }}" }
`

describe('connectly lint --explain-bounds', () => {
  it('shows how far each field can reach, its limit, and what bounds it', async () => {
    const { path } = makeTempFolder({ 'messages/late.yaml': late })
    const { code, stdout } = await runCli(['lint', '--explain-bounds', 'late'], { cwd: path })
    expect(code).toBe(0)
    const lines = stdout.split('\n').map((line) => line.trim().split(/ {2,}/))
    expect(lines).toContainEqual([
      '✗ replyButtonMessage.buttons[0].text',
      '6–29',
      '≤ 20 chars',
      'courier 1–24',
    ])
    expect(lines).toContainEqual(['✓ text', '20', '≤ 1024 chars', 'fixed'])
    // {"courier":"…"}: 14 bytes around at most 24 characters of 3 bytes.
    expect(lines).toContainEqual(['✓ callbackData', '15–86', '≤ 1024 bytes', 'most by courier'])
  })

  it('names totals by what they count, and bounds that nobody stated', async () => {
    const file = `variables:
  name: string
  short: string(9)
  parcels: { type: array, minItems: 1, uniqueBy: id, items: { type: object, properties: { id: string(5), label: string } } }
message:
  text: "Hi {{ name }} {{ short }}"
  listMessage:
    button: { text: Choose }
    sections:
      - { title: A, rows: [{ $each: p in parcels, id: "{{ p.id }}", text: "{{ p.label }}" }] }
`
    const { path } = makeTempFolder({ 'messages/late.yaml': file })
    const { stdout } = await runCli(['lint', '--explain-bounds', 'late'], { cwd: path })
    const lines = stdout.split('\n').map((line) => line.trim().split(/ {2,}/))
    const list = 'items of parcels*'
    expect(lines).toContainEqual(['✓ text', '6–269', '≤ 1024 chars', 'name 1–256*, short 1–9'])
    expect(lines).toContainEqual(['✓ listMessage.sections', '1', '1–10 items', 'fixed'])
    expect(lines).toContainEqual(['✗ listMessage.sections[*].rows', '1–30', '≤ 10 items', list])
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(
      '* the default (config: defaults.maxLength, defaults.maxItems), as none is stated',
    )
  })

  it('shows every locale of a message', async () => {
    const { path } = makeTempFolder({
      'messages/hi.yaml': 'message: { text: Hello }\n',
      'messages/hi.es.yaml': 'message: { text: Hola }\n',
    })
    const { stdout } = await runCli(['lint', '--explain-bounds', 'hi'], { cwd: path })
    expect(stdout).toMatch(/^messages\/hi\.yaml\n[\s\S]*\n\nmessages\/hi\.es\.yaml\n/)
  })

  it('takes the path of a file as well as the name', async () => {
    const { path } = makeTempFolder({ 'messages/orders/late.yaml': late })
    const show = async (name: string): Promise<string> =>
      (await runCli(['lint', '--explain-bounds', name], { cwd: path })).stdout
    expect(await show('messages/orders/late.yaml')).toBe(await show('orders/late'))
  })

  it('does not know a message that is not there', async () => {
    const { path } = makeTempFolder({ 'messages/late.yaml': late })
    const { code, stderr } = await runCli(['lint', '--explain-bounds', 'latte'], { cwd: path })
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'there is no message `latte`: did you mean `late`?\nknown are:\n  late\n',
    })
  })
})
