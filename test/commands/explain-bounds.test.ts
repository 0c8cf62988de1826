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

  it('shows every locale of a message', async () => {
    const { path } = makeTempFolder({
      'messages/hi.yaml': 'message: { text: Hello }\n',
      'messages/hi.es.yaml': 'message: { text: Hola }\n',
    })
    const { stdout } = await runCli(['lint', '--explain-bounds', 'hi'], { cwd: path })
    expect(stdout).toMatch(/^messages\/hi\.yaml\n[\s\S]*\n\nmessages\/hi\.es\.yaml\n/)
  })

  it('does not know a message that is not there', async () => {
    const { path } = makeTempFolder({ 'messages/late.yaml': late })
    const { code, stderr } = await runCli(['lint', '--explain-bounds', 'latte'], { cwd: path })
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'there is no message `latte`: did you mean `late`?\n',
    })
  })
})
