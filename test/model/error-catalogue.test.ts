import { describe, expect, it } from 'vitest'
import { generateErrorsPage } from '../../src/emit/errors-page.ts'
import { explainCode } from '../../src/emit/explain-code.ts'
import { findDocumentedCode } from '../../src/host/sandbox-code.ts'
import { judgePayload } from '../../src/language/judge.ts'
import { ruleNames } from '../../src/language/rules/index.ts'
import { findApiCode, listApiCodes } from '../../src/model/api-code.ts'
import { errorCatalogue } from '../../src/model/error-catalogue.ts'
import type { JsonObject } from '../../src/model/json.ts'
import { compileFiles } from '../helpers/compile-yaml.ts'

/** The codes as the API's pages list them. */
const documented = [
  'ERROR_CODE_INVALID_SENDER_ID',
  'ERROR_CODE_PHONE_NUMBER_BAD_FORMAT',
  'ERROR_CODE_MESSAGE_ATTACHMENTS_NUMBER_INVALID',
  'ERROR_CODE_MESSAGE_TEXT_EMPTY',
  'ERROR_CODE_MESSAGE_TEMPLATE_NOT_FOUND',
  'ERROR_CODE_MESSAGE_TEMPLATE_INPUT_INVALID',
  'ERROR_CODE_MESSAGE_ATTACHMENT_EMPTY',
  'ERROR_CODE_MESSAGE_ATTACHMENT_INVALID',
  'ERROR_CODE_BUSINESS_MISSES_MATCHING_CHANNEL',
  'ERROR_CODE_MESSAGE_OUTSIDE_OF_ELIGIBILITY_WINDOW',
  'ERROR_CODE_BUSINESS_REACHED_LIMITS',
  'ERROR_CODE_MESSAGE_SELF_INVALID',
  'ERROR_CODE_MESSAGE_PHONE_NUMBER_INVALID',
  'ERROR_CODE_MESSAGE_CUSTOMER_OPTED_OUT',
  'ERROR_CODE_MESSAGE_CUSTOMER_NO_CONVERSATION_INITIATION',
  'ERROR_CODE_BUSINESS_KEY_SECRET_ABSENT',
  'ERROR_CODE_MESSAGE_TEMPLATE_DELETED',
  'ERROR_CODE_UNSPECIFIED',
]

/** For every rule that prevents a code, a file or a body that it finds. */
const proofs: { readonly [codeAndRule: string]: string | JsonObject } = {
  'ERROR_CODE_INVALID_SENDER_ID phone-number': 'message: { text: a }\nsender: "(415) 111-1234"\n',
  'ERROR_CODE_INVALID_SENDER_ID unknown-sender': 'message: { text: a }\nsender: "+14159999999"\n',
  'ERROR_CODE_PHONE_NUMBER_BAD_FORMAT phone-number': sessionTo('16044441111'),
  'ERROR_CODE_MESSAGE_ATTACHMENTS_NUMBER_INVALID too-many-items':
    'message: { attachments: [{ type: image, url: https://a.example/1 }, { type: image, url: https://a.example/2 }] }\n',
  'ERROR_CODE_MESSAGE_ATTACHMENTS_NUMBER_INVALID too-few-items': 'message: { attachments: [] }\n',
  'ERROR_CODE_MESSAGE_TEXT_EMPTY blank-text': 'message: { text: " " }\n',
  'ERROR_CODE_MESSAGE_TEXT_EMPTY missing-field':
    'message: { replyButtonMessage: { buttons: [{ id: a, text: A }] } }\n',
  'ERROR_CODE_MESSAGE_TEMPLATE_NOT_FOUND template-name': fallback({ templateName: 'Order ready' }),
  'ERROR_CODE_MESSAGE_TEMPLATE_NOT_FOUND template-language': fallback({ language: 'english' }),
  'ERROR_CODE_MESSAGE_TEMPLATE_INPUT_INVALID template-parameter': fallback({
    parameters: { body1: 'a' },
  }),
  'ERROR_CODE_MESSAGE_TEMPLATE_INPUT_INVALID template-value': fallback({
    parameters: { body_1: 'a\tb' },
  }),
  'ERROR_CODE_MESSAGE_TEMPLATE_INPUT_INVALID line-feed': fallback({
    parameters: { body_1: 'a\nb' },
  }),
  'ERROR_CODE_MESSAGE_ATTACHMENT_EMPTY blank-text':
    'message: { attachments: [{ type: image, url: "" }] }\n',
  'ERROR_CODE_MESSAGE_ATTACHMENT_EMPTY missing-key':
    'message: { attachments: [{ type: image }] }\n',
  'ERROR_CODE_MESSAGE_ATTACHMENT_INVALID attachment-url':
    'message: { attachments: [{ type: image, url: a picture }] }\n',
  'ERROR_CODE_MESSAGE_OUTSIDE_OF_ELIGIBILITY_WINDOW several-senders': 'message: { text: a }\n',
  'ERROR_CODE_MESSAGE_SELF_INVALID phone-number': sessionTo('+14151111234'),
  'ERROR_CODE_MESSAGE_PHONE_NUMBER_INVALID phone-number': sessionTo('+1'),
}

function sessionTo(id: string): JsonObject {
  const channelType = 'whatsapp'
  return {
    sender: { id: '+14151111234', channelType },
    recipient: { id, channelType },
    message: { text: 'a' },
  }
}

function fallback(more: JsonObject): string {
  const template = { templateName: 'order_ready', language: 'en', ...more }
  return `${JSON.stringify({ message: { text: 'a' }, fallback: template })}\n`
}

function rulesBrokenBy(proof: string | JsonObject): readonly string[] {
  if (typeof proof !== 'string') {
    return judgePayload({ endpoint: 'send/messages', body: proof }).map(({ rule }) => rule)
  }
  const senders = ['+14151111234', '+14151115678']
  const files = { 'messages/example.yaml': proof }
  return compileFiles(files, { senders }).diagnostics.map(({ rule }) => rule)
}

describe('the error catalogue', () => {
  it('has every code that the API documents, in its order, and no other', () => {
    expect(Object.keys(errorCatalogue)).toEqual(documented)
    expect(listApiCodes()).toEqual(documented)
  })

  it.each(documented)('assigns %s to rules or to an error, and says what to do', (code) => {
    expect(findApiCode(code)?.surfacesAs).toMatch(/^(?:Api|OutsideWindow)Error$/)
    expect(findApiCode(code)?.advice).toMatch(/^[a-z][^\n]*[^.\n]$/)
  })

  it.each(Object.entries(errorCatalogue))('says in a sentence why there is %s', (_, entry) => {
    expect(entry.cause).toMatch(/^[A-Z][^\n]*\.$/)
    expect(entry.preventedBy.filter((rule) => !ruleNames.has(rule))).toEqual([])
    expect(entry.remainder ?? 'none').toMatch(/^[a-z][^\n]*[^.\n]$/)
  })

  it('has a proof for every rule that it names, and none besides', () => {
    const named = Object.entries(errorCatalogue).flatMap(([code, { preventedBy }]) =>
      preventedBy.map((rule) => `${code} ${rule}`),
    )
    expect(Object.keys(proofs).toSorted()).toEqual(named.toSorted())
  })

  it.each(Object.entries(proofs))('%s: the rule finds what causes the code', (name, proof) => {
    expect(rulesBrokenBy(proof)).toContain(name.split(' ')[1])
  })

  it.each(Object.entries(proofs).filter(([, proof]) => typeof proof !== 'string'))(
    '%s: the sandbox answers with that code',
    (name, proof) => {
      if (typeof proof === 'string') throw new Error('no body')
      const [finding] = judgePayload({ endpoint: 'send/messages', body: proof })
      const found = findDocumentedCode('send/messages', proof, finding?.path ?? [])
      // A number with too few digits is in bad format before it is no number of anybody.
      const [code = ''] = name.split(' ')
      expect(found).toBe(
        code.replace(/MESSAGE_(?=PHONE)/, '').replace('NUMBER_INVALID', 'NUMBER_BAD_FORMAT'),
      )
    },
  )

  it('is a page', async () => {
    await expect(generateErrorsPage()).toMatchFileSnapshot('../../src/model/ERRORS.md')
  })
})

describe('an explanation of a code', () => {
  it.each(listApiCodes())('of %s fits into 80 columns', (code) => {
    const text = explainCode(code, { color: false, width: 80 })
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([])
    expect(text).toContain(code)
  })

  it('names cause, rules, error and the way out', () => {
    const text = explainCode('ERROR_CODE_INVALID_SENDER_ID', { color: false, width: 80 })
    expect(text).toBe(`ERROR_CODE_INVALID_SENDER_ID

The number of the sender is not valid.

\`phone-number\` and \`unknown-sender\` prevent it, but cannot see whether the
number is one of the business, where the config lists no \`senders\`.

A send that is refused for it throws \`ApiError\`; a message that fails for it
later is a delivery event with the same error.

What to do: give \`sender\` one of your own WhatsApp numbers in E.164 form
(+14151111234).

Source: https://docs.connectly.ai/messaging/error-codes`)
  })
})
