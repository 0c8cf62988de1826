import { describe, expect, it } from 'vitest'
import { compileYaml, printDiagnostic } from '../helpers/compile-yaml.ts'
import { applyFix } from './apply-fix.ts'

/** `~` stands for a no-break space, which nobody would see here. */
const written = (text: string): string => text.replaceAll('~', '\u00a0')

describe('blanks that are none to YAML', () => {
  it.each([
    ['below a key', 'variables:\n~~name: string(9)\nmessage:\n  text: Hi {{ name }}\n', '2:1'],
    ['among blanks', 'message:\n ~text: Hi\n', '2:2'],
    ['on every line', 'message:\n~~text: Hi\n~~listMessage:\n~~~~button: { text: Go }\n', '2:1'],
    ['before a dash', 'message:\n  attachments:\n~~- type: image\n', '3:1'],
    ['behind a dash', 'message:\n  attachments:\n  -~{ type: image }\n', '3:4'],
    ['behind a colon', 'message:\n  text:~Hi\n', '2:8'],
    ['in the middle of texts', 'message:\n  text: Hi\n  ~footer:~Hi\n', '3:3'],
    ['in braces', 'message: {~text: Hi }\n', '1:11'],
    ['behind a colon in braces', 'message: { text:~Hi }\n', '1:17'],
  ])('are told once where they stand %s, and become blanks', (_, text, place) => {
    const yaml = written(text)
    const [finding, ...others] = compileYaml(yaml).diagnostics
    expect(others).toEqual([])
    if (finding === undefined) throw new Error('nothing was found')
    expect(printDiagnostic(finding, yaml)).toMatch(`${place} error yaml-syntax: a no-break space`)
    expect(finding.fixes?.[0]?.safe).toBe(true)
    expect(applyFix(yaml, finding.fixes?.[0])).toBe(text.replaceAll('~', ' '))
  })

  it('are named', () => {
    const first = (text: string): string => compileYaml(text).diagnostics[0]?.message ?? ''
    expect(first('message:\n\u3000text: Hi\n')).toContain('ideographic space (U+3000)')
    expect(first('message:\n\u2003text: Hi\n')).toContain('U+2003')
  })

  it('go where they have no width', () => {
    const yaml = 'message:\n  \u200btext: Hi\n'
    const [finding] = compileYaml(yaml).diagnostics
    expect(applyFix(yaml, finding?.fixes?.[0])).toBe('message:\n  text: Hi\n')
  })

  it.each([
    'message:\n  text: Prix~:~5~EUR\n',
    'message:\n  text: Prix:~5\n',
    'message: { text: Prix:~5 }\n',
    'message:\n  text: |\n    ~Hi: you\n    ~- you\n    text:~Hi\n',
    'message:\n  text: "Hi\n    ~- you\n    text:~Hi"\n',
    'message:\n  text:\n    Prix:~5\n    ~et plus\n',
    'message:\n  text: ~Hi\n',
    'description: a~b\nmessage: { text: Hi }\n',
  ])('belong to a text in %j', (text) => {
    expect(compileYaml(written(text)).diagnostics).toEqual([])
  })
})
