import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { badReplies, goodReplies, replyMistakes } from './helpers/reply-type-cases.ts'
import {
  type CompilerError,
  compilers,
  makeTypeProject,
  root,
  type TypeProject,
} from './helpers/type-project.ts'

const head = `
import { type Client, createClient, InvalidMessageError, type MessageContent } from 'connectly-messages/client'
import {
  renderCareVoiceTip, renderOrdersShipped, renderShowroomFindUs,
  sendCareLeatherCareVideo, sendCareVoiceTip, sendCouriersPickupPoint, sendOrdersConfirmed,
  sendOrdersShipped, sendShowroomFindUs, sendShowroomRateVisit,
  type OrdersShippedLocale, type OrdersShippedVariables,
} from '${root}/test/generated/index.ts'

const client: Client = createClient({ businessId: 'a', apiKey: 'b', timeoutMs: undefined })
const to = '+16044441111'
const parcel = { id: '1', label: 'Boots', carrier: 'Sur', due: '2026-11-05', tracked: true }
const shipped: OrdersShippedVariables = {
  customer: 'Ana', orderId: 'WW104233', canRedirect: true, parcels: [parcel],
}
const button = { text: 'Open' }
const sections = [{ rows: [{ id: 'a', text: 'A' }] }]
const replyButtonMessage = { buttons: [{ id: 'a', text: 'A' }] }
const singleProductMessage = { catalogId: '1', productItem: { productRetailerId: '2' } }
const visit = { customer: 'Ana', adviser: 'Inés', firstVisit: true }
const confirmed = {
  customer: 'Ana', orderId: 'WW104233', articles: 2, total: '1.00', readyOn: '2026-11-05',
}
`

/** What an application writes. */
const good = `${head}
const locales: readonly OrdersShippedLocale[] = ['en', 'es', 'pt-BR']
for (const locale of locales) {
  const { id }: { id: string } = await sendOrdersShipped(client, { to, variables: shipped, locale })
  id.trim()
}
await sendOrdersConfirmed(client, { to, locale: 'en', variables: confirmed })
await sendOrdersConfirmed(client, {
  to, locale: 'es', variables: { ...confirmed, delivery: 'showroom' },
  sender: '+14151111234', recipientName: 'Ana', messageId: 'm', campaignName: 'c',
  callbackData: { a: [1, null, { b: 'c' }] }, signal: AbortSignal.timeout(1),
  order: { parentId: 'p', strategy: 'independent' },
})
await sendShowroomFindUs(client, { to })
await sendCareVoiceTip(client, { to, variables: {} })
await sendCareLeatherCareVideo(client, { to, variables: { material: 'suede', product: 'x' } })
await sendCouriersPickupPoint(client, { to, variables: {
  orderId: 'WW104233', latitude: 1.5, longitude: -2, point: 'a', address: 'b',
} })
await sendShowroomRateVisit(client, { to, variables: visit, locale: 'pt-BR', sender: undefined })
renderShowroomFindUs()
renderCareVoiceTip()
renderCareVoiceTip({})
const { message, callbackData } = renderOrdersShipped(shipped, { locale: 'en' })
if (message.listMessage !== undefined) message.listMessage.sections[0]?.rows[0]?.id.trim()
message.replyButtonMessage?.buttons[0]?.text.trim()
export const list: MessageContent = { text: 'a', listMessage: { button, sections } }
export const product: MessageContent = { singleProductMessage }
try { await sendShowroomFindUs(client, { to }) } catch (error) {
  if (error instanceof InvalidMessageError) error.diagnostics[0]?.rule.trim()
}
export const data: unknown = callbackData
`

/** What an application must not write, one mistake a line. */
const mistakes: { readonly [title: string]: string } = {
  'no variables': 'sendOrdersShipped(client, { to, locale: "en" })',
  'a variable left out':
    'sendShowroomRateVisit(client, { to, locale: "en", variables: { customer: "a", adviser: "b" } })',
  'an undefined variable':
    'sendShowroomRateVisit(client, { to, locale: "en", variables: { ...visit, adviser: undefined } })',
  'an undefined variable that has a default':
    'sendOrdersConfirmed(client, { to, locale: "en", variables: { ...confirmed, delivery: undefined } })',
  'a misspelt variable':
    'sendShowroomRateVisit(client, { to, locale: "en", variables: { customer: "a", advisor: "b", firstVisit: true } })',
  'a variable too many':
    'sendShowroomRateVisit(client, { to, locale: "en", variables: { ...visit, extra: 1 } })',
  'a variable for a message without any':
    'sendShowroomFindUs(client, { to, variables: { extra: 1 } })',
  'a text for a number':
    'sendOrdersConfirmed(client, { to, locale: "en", variables: { ...confirmed, articles: "2" } })',
  'a number for a text':
    'sendOrdersConfirmed(client, { to, locale: "en", variables: { ...confirmed, total: 1 } })',
  'a text for a boolean':
    'sendShowroomRateVisit(client, { to, locale: "en", variables: { ...visit, firstVisit: "yes" } })',
  'an object for a list':
    'sendOrdersShipped(client, { to, locale: "en", variables: { ...shipped, parcels: parcel } })',
  'an item without a property':
    'sendOrdersShipped(client, { to, locale: "en", variables: { ...shipped, parcels: [{ id: "1" }] } })',
  'an item with a property too many':
    'sendOrdersShipped(client, { to, locale: "en", variables: { ...shipped, parcels: [{ ...parcel, extra: 1 }] } })',
  'a value that an enum lacks':
    'sendCareLeatherCareVideo(client, { to, variables: { material: "velvet", product: "x" } })',
  'no locale where there are several': 'sendShowroomRateVisit(client, { to, variables: visit })',
  'an undefined locale':
    'sendShowroomRateVisit(client, { to, variables: visit, locale: undefined })',
  'an unknown locale': 'sendShowroomRateVisit(client, { to, variables: visit, locale: "fr" })',
  'a locale in other letters':
    'sendShowroomRateVisit(client, { to, variables: visit, locale: "pt-br" })',
  'a locale where there is none': 'sendShowroomFindUs(client, { to, locale: "en" })',
  'a fallback where there is none': 'sendShowroomFindUs(client, { to, fallback: true })',
  'a fallback where there is none, perhaps':
    'sendShowroomFindUs(client, { to, fallback: Date.now() > 0 })',
  'the reason why there is none':
    'sendShowroomFindUs(client, { to, fallback: "this message has no `fallback`: add one to its file" })',
  'nobody to send to': 'sendShowroomFindUs(client, {})',
  'several people to send to': 'sendShowroomFindUs(client, { to: [to] })',
  'an unknown option': 'sendShowroomFindUs(client, { to, callbackdata: 1 })',
  'an unknown strategy':
    'sendShowroomFindUs(client, { to, order: { parentId: "p", strategy: "none" } })',
  'a date in callbackData': 'sendShowroomFindUs(client, { to, callbackData: new Date() })',
  'no client': 'sendShowroomFindUs({ to })',
  'no client but its options': 'sendShowroomFindUs({ businessId: "a", apiKey: "b" }, { to })',
  'a client without a key': 'createClient({ businessId: "a" })',
  'a rendering without a locale': 'renderOrdersShipped(shipped)',
  'a rendering in an unknown locale': 'renderOrdersShipped(shipped, { locale: "fr" })',
  'a rendering without variables': 'renderOrdersShipped(undefined, { locale: "en" })',
  'a list that is changed': 'shipped.parcels.push(parcel)',
  'a variable that is changed': 'shipped.customer = "Eva"',
  'content that may be another kind':
    'renderOrdersShipped(shipped, { locale: "en" }).message.listMessage.button',
  'two content types':
    'const a: MessageContent = { text: "a", listMessage: { button, sections }, replyButtonMessage }',
  'two content types without a text':
    'const b: MessageContent = { attachments: [], location: { latitude: 1, longitude: 1 } }',
  'a text beside a file':
    'const c: MessageContent = { text: "a", attachments: [{ type: "image", url: "https://a.example" }] }',
  'a text beside no file': 'const f: MessageContent = { text: "a", attachments: [] }',
  'a text beside a place':
    'const g: MessageContent = { text: "a", location: { latitude: 1, longitude: 1 } }',
  'no content': 'const d: MessageContent = {}',
  'a list without its body': 'const e: MessageContent = { listMessage: { button, sections } }',
}

/** What the compiler must say of those that are made most. */
const told: { readonly [title: string]: RegExp } = {
  'no variables': /Property 'variables' is missing/,
  'a variable left out': /Property 'firstVisit' is missing .* 'ShowroomRateVisitVariables'/,
  'a misspelt variable': /'advisor' does not exist in type/,
  'a value that an enum lacks': /"velvet"' is not assignable to type '"[a-z-]+" \|/,
  'no locale where there are several': /Property 'locale' is missing/,
  'an unknown locale': /"fr"' is not assignable to type 'ShowroomRateVisitLocale'/,
  'a locale where there is none': /"en"' is not assignable to type .*this message has one locale/,
  'a fallback where there is none':
    /'true' is not assignable to type .*this message has no `fallback`: add one to its file/,
  'a fallback where there is none, perhaps':
    /'boolean' is not assignable to type .*this message has no `fallback`: add one to its file/,
  'two content types': /Types of property 'replyButtonMessage' are incompatible/,
  'two content types without a text': /Types of property 'location' are incompatible/,
  'a text beside a file': /'text' are incompatible.*a message has one content type/s,
  'a text beside no file': /'text' are incompatible.*a message has one content type/s,
  'a text beside a place': /'text' are incompatible.*a message has one content type/s,
}

const bad = `${head}
${Object.values(mistakes).join('\n')}
export {}
`
const firstMistake = head.split('\n').length + 1

let project: TypeProject | undefined

beforeAll(async () => {
  project = await makeTypeProject({
    'good.ts': good,
    'bad.ts': bad,
    'good-replies.ts': goodReplies,
    'bad-replies.ts': badReplies,
  })
}, 60_000)

afterAll(() => project?.remove())

describe.each(compilers)('under TypeScript %s and its strictest flags', (_, compiler) => {
  let errors: readonly CompilerError[] = []
  const errorsIn = (file: string): readonly CompilerError[] =>
    errors.filter((error) => error.file === file)

  beforeAll(async () => {
    errors = (await project?.check(compiler)) ?? []
  }, 60_000)

  it('generated modules and their right use compile', () => {
    expect(errors.filter(({ file }) => file !== 'bad.ts' && file !== 'bad-replies.ts')).toEqual([])
  })

  it.each(Object.keys(mistakes))('%s does not compile', (title) => {
    const line = firstMistake + Object.keys(mistakes).indexOf(title)
    expect(errorsIn('bad.ts').map((error) => error.line)).toContain(line)
  })

  it.each(Object.entries(told))('%s is told by name', (title, text) => {
    const line = firstMistake + Object.keys(mistakes).indexOf(title)
    const said = errorsIn('bad.ts').filter((error) => error.line === line)
    expect(said.map((error) => error.text).join('\n')).toMatch(text)
  })

  it.each(replyMistakes)('$title does not compile, and is told by name', ({ line, text }) => {
    const said = errorsIn('bad-replies.ts').filter((error) => error.line === line)
    expect(said.map((error) => error.text).join('\n')).toMatch(text)
  })

  it('nothing else is wrong', () => {
    const lines = Object.keys(mistakes).map((_title, index) => firstMistake + index)
    const replyLines = replyMistakes.map(({ line }) => line)
    expect(errorsIn('bad.ts').filter(({ line }) => !lines.includes(line))).toEqual([])
    expect(errorsIn('bad-replies.ts').filter(({ line }) => !replyLines.includes(line))).toEqual([])
  })
})
