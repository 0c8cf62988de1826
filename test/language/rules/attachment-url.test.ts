import { describe, expect, it } from 'vitest'
import { compileYaml } from '../../helpers/compile-yaml.ts'

function findingsOf(url: string): readonly string[] {
  const { diagnostics } = compileYaml(`variables:
  address: { type: string, format: uri }
  id: { type: string, pattern: "^[a-z]{1,9}$" }
  name: string(9)
message:
  text: "{{ id }}"
  replyButtonMessage:
    header: { attachment: { type: image, url: "${url}" } }
    buttons: [{ id: "yes", text: "Yes {{ id }}" }]
callbackData: "{{ address }}{{ name }}"
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

  it('proves a host with a variable in a label, and says what makes it one', () => {
    expect(findingsOf('https://{{ id }}.example.com/a.png')).toEqual([])
    expect(findingsOf('https://{{ name }}.example.com/a.png')).toEqual([
      expect.stringContaining('give `name` `pattern: ^[a-z0-9]{1,40}$`'),
    ])
  })

  it.each([
    ['https://{{ id }}/a.png', 'write the end of the host out'],
    ['https://example.com{{ id }}', 'write `/` before it'],
    ['https://{{ id }}:{{ id }}/a', 'write the end of the host out'],
    ['ftp://{{ id }}.example.com/a.png', 'it must be an absolute http or https URL'],
    ['https://256.256.256.256/{{ id }}', 'it must be an absolute http or https URL'],
    ['https://example.com/%{{ id }}', 'percent-encoded'],
  ])('tells the way out of %s', (url, words) => {
    expect(findingsOf(url)).toEqual([expect.stringContaining(words)])
  })
})
