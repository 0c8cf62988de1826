import { root } from './type-project.ts'

const head = `
import type { ReplyHandlers, WebhookEvent } from 'connectly-messages/client'
import { decodeEvent, handleReplies, type ReplyChoices } from '${root}/test/generated/index.ts'

type Handlers = ReplyHandlers<ReplyChoices>
const none = (): void => {}
const branches = { unknown: none, foreign: none, forged: none }
const shipped: Handlers['choices']['orders/shipped'] = {
  'parcel:{{ parcel.id }}': none, all: none, redirect: none,
}
const offer: Handlers['choices']['workshop/made-to-measure'] = {
  'accept:{{ offer.id }}': none, 'ask:{{ offer.id }}': none, 'decline:{{ offer.id }}': none,
}
const resole: Handlers['choices']['workshop/resole-offer'] = { book: none, stop: none }
const choices: Handlers['choices'] = {
  'couriers/choose-slot': { '{{ day.date }}/{{ hour.from }}': none, call: none },
  'orders/out-for-delivery': { 'at-home': none, 'leave-at-door': none, 'pay-by-card': none },
  'orders/shipped': shipped,
  'returns/choose-refund': { card: none, voucher: none, exchange: none },
  'showroom/menu': {
    'order-status': none, 'order-change': none, visit: none, measure: none, repair: none,
    engrave: none,
  },
  'showroom/rate-visit': { good: none, fair: none, later: none },
  'workshop/made-to-measure': offer,
  'workshop/resole-offer': resole,
}
const others: Omit<Handlers['choices'], 'orders/shipped'> = choices
const options = { secret: 's', signature: null }

/** Two messages with the same button, in a project without tracking. */
interface Shared {
  readonly a: {
    readonly callbackData: undefined
    readonly choices: {
      readonly yes: { readonly type: 'button'; readonly keys: {}; readonly overlap: 'always' }
      readonly 'x:{{ n }}': {
        readonly type: 'row'; readonly keys: { readonly n: number }; readonly overlap: 'sometimes'
      }
    }
  }
  readonly b: {
    readonly callbackData: { readonly flow: 'b' }
    readonly choices: {
      readonly yes: { readonly type: 'button'; readonly keys: {}; readonly overlap: 'always' }
      readonly no: { readonly type: 'button'; readonly keys: {} }
    }
  }
}
declare function handleShared(handlers: ReplyHandlers<Shared>): void
`

/** What an application that is told of taps writes. */
export const goodReplies: string = `${head}
const handle = handleReplies({
  choices: {
    ...choices,
    'orders/shipped': {
      'parcel:{{ parcel.id }}': async ({ keys, message, id, type, callbackData }, event) => {
        const facts: readonly ['orders/shipped', 'parcel:{{ parcel.id }}', 'row'] = [message, id, type]
        const order: string | undefined = callbackData?.order
        const version: 2 | undefined = callbackData?.step.version
        const texts: readonly (string | undefined)[] = [keys.parcel.id.trim(), order, event.reply.text]
        await Promise.resolve([facts, version, texts])
      },
      all: () => 7,
      redirect: none,
    },
    'workshop/resole-offer': {
      book: ({ callbackData }) => callbackData?.sole === 'cork',
      stop: none,
    },
  },
  ...branches,
  unknown: ({ message, reply, customer }) => [message === 'showroom/menu', reply.id, customer.id],
  foreign: ({ candidates }) => candidates.map((choice) =>
    choice.message === 'couriers/choose-slot' && choice.id !== 'call' ? choice.keys.day.date : ''),
  other: (event) => {
    switch (event.type) {
      case 'delivery':
        return event.status === 'failed' ? event.error.code : event.messageId
      case 'text':
        return event.text.trim()
      case 'media':
        return event.attachments[0]?.url
      case 'location':
        return event.latitude + event.longitude
      case 'referral':
        return event.referral.ctwaClid
      case 'echo':
      case 'unrecognized':
        return event.raw
      case 'unreadable':
        return event.problem
      default:
        return event satisfies never
    }
  },
})
for (const body of ['', new Uint8Array(), new ArrayBuffer(1)]) {
  const event = await decodeEvent(body, options)
  if (event.type === 'refused') throw new Error(event.reason)
  const signed: WebhookEvent<ReplyChoices> = event
  await handle(signed)
}
handleShared({
  choices: { a: { 'x:{{ n }}': ({ keys }) => keys.n.toFixed() }, b: { no: none } },
  ...branches,
  ambiguous: ({ candidates }) => candidates.map((choice) => {
    const where: 'a' | 'b' = choice.message
    return choice.id === 'yes' ? where : choice.keys.n
  }),
})
export {}
`

/** What it must not write, one mistake a line; the text is what a compiler says. */
const mistakes: { readonly [title: string]: readonly [line: string, text: RegExp] } = {
  'a choice without a handler': [
    "handleReplies({ choices: { ...choices, 'orders/shipped': { 'parcel:{{ parcel.id }}': none, all: none } }, ...branches })",
    /Property 'redirect' is missing in type .* but required in type 'MessageHandlers<ReplyChoices, "orders\/shipped">'/,
  ],
  'a message without handlers': [
    'handleReplies({ choices: others, ...branches })',
    /Property ''orders\/shipped'' is missing in type .* but required in type 'ChoiceHandlers<ReplyChoices>'/,
  ],
  'no handlers at all': [
    'handleReplies({ choices: {}, ...branches })',
    /Type '\{\}' is missing the following properties from type 'ChoiceHandlers<ReplyChoices>': /,
  ],
  'a choice that is not offered': [
    "handleReplies({ choices: { ...choices, 'orders/shipped': { ...shipped, later: none } }, ...branches })",
    /'later' does not exist in type 'MessageHandlers<ReplyChoices, "orders\/shipped">'/,
  ],
  'a message that is not there': [
    "handleReplies({ choices: { ...choices, 'orders/shiped': {} }, ...branches })",
    /''orders\/shiped'' does not exist in type/,
  ],
  'no branch for unknown ids': [
    'handleReplies({ choices, foreign: none, forged: none })',
    /Property 'unknown' is missing/,
  ],
  'no branch for foreign ids': [
    'handleReplies({ choices, unknown: none, forged: none })',
    /Property 'foreign' is missing/,
  ],
  'no branch for forged ids': [
    'handleReplies({ choices, unknown: none, foreign: none })',
    /Property 'forged' is missing/,
  ],
  'a key that the id does not have': [
    "handleReplies({ choices: { ...choices, 'orders/shipped': { ...shipped, all: ({ keys }) => keys.parcel } }, ...branches })",
    /Property 'parcel' does not exist on type/,
  ],
  'a key of another type': [
    "handleReplies({ choices: { ...choices, 'orders/shipped': { ...shipped, 'parcel:{{ parcel.id }}': ({ keys }) => keys.parcel.id.toFixed() } }, ...branches })",
    /Property 'toFixed' does not exist on type 'string'/,
  ],
  'a value that an enum lacks': [
    "handleReplies({ choices: { ...choices, 'workshop/resole-offer': { ...resole, book: ({ callbackData }) => callbackData?.sole === 'velvet' } }, ...branches })",
    /no overlap/,
  ],
  'data that may be absent': [
    "handleReplies({ choices: { ...choices, 'workshop/resole-offer': { ...resole, book: ({ callbackData }) => callbackData.sole } }, ...branches })",
    /'callbackData' is possibly 'undefined'/,
  ],
  'an event that nobody verified': [
    "handleReplies({ choices, ...branches })(await decodeEvent('', options))",
    /Type 'RefusedEvent' is not assignable to type 'WebhookEvent<ReplyChoices>'|'DecodedEvent<ReplyChoices>' is not assignable to parameter of type 'WebhookEvent<ReplyChoices>'/,
  ],
  'a body that was parsed': ["decodeEvent(JSON.parse('{}') as object, options)", /'RawBody'/],
  'no secret': ["decodeEvent('', { signature: '' })", /Property 'secret' is missing/],
  'no signature': ["decodeEvent('', { secret: '' })", /Property 'signature' is missing/],
  'no branch for ids that two messages share': [
    "handleShared({ choices: { a: { 'x:{{ n }}': none }, b: { no: none } }, ...branches })",
    /Property 'ambiguous' is missing/,
  ],
  'a handler that would never be called': [
    "handleShared({ choices: { a: { 'x:{{ n }}': none, yes: none }, b: { no: none } }, ...branches, ambiguous: none })",
    /'yes' does not exist in type 'MessageHandlers<Shared, "a">'/,
  ],
}

/** All mistakes, one below the other. */
export const badReplies: string = `${head}
${Object.values(mistakes)
  .map(([line]) => line)
  .join('\n')}
export {}
`
const firstMistake = head.split('\n').length + 1

/** A mistake, where it stands in {@link badReplies}, and what a compiler says of it. */
export interface ReplyMistake {
  readonly title: string
  readonly line: number
  readonly text: RegExp
}

/** Every mistake in {@link badReplies}. */
export const replyMistakes: readonly ReplyMistake[] = Object.entries(mistakes).map(
  ([title, [, text]], index) => ({ title, line: firstMistake + index, text }),
)
