import { describe, expect, it } from 'vitest'
import { compileYaml } from '../../helpers/compile-yaml.ts'

function findingsOf(url: string): readonly string[] {
  const { diagnostics } = compileYaml(`variables:
  address: { type: string, format: uri }
  id: { type: string, pattern: "^[a-z]{1,9}$" }
message:
  text: "{{ id }}"
  replyButtonMessage:
    header: { attachment: { type: image, url: "${url}" } }
    buttons: [{ id: "yes", text: "Yes {{ id }}" }]
callbackData: "{{ address }}"
`)
  return diagnostics
    .filter(({ rule }) => rule === 'attachment-url')
    .map(({ severity, message }) => `${severity} ${message}`)
}

describe('attachment-url', () => {
  it('proves an address with a path behind a variable that is a URL', () => {
    expect(findingsOf('{{ address }}')).toEqual([])
    expect(findingsOf('{{ address }}/{{ id }}.png')).toEqual([])
    expect(findingsOf('{{ address }}?size={{ id }}')).toEqual([])
  })

  it.each(['{{ address }}:99999', '{{ address }}.256', '{{ address }}{{ id }}'])(
    'does not trust %s, whose host goes on',
    (url) => {
      expect(findingsOf(url)).toEqual([
        expect.stringMatching(/^error what follows `address` can become part of its host/),
      ])
    },
  )
})
