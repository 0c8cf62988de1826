import type { JsonValue } from './json.ts'

/** What stands around a message when it is sent; each wins over the message's own. */
export interface Envelope {
  /** The customer: a number in E.164 form, or a business-scoped user id (BSUID). */
  readonly to?: string | undefined
  readonly recipientName?: string | undefined
  /** One of the business's numbers, in E.164 form. */
  readonly sender?: string | undefined
  readonly messageId?: string | undefined
  readonly campaignName?: string | undefined
  readonly callbackData?: JsonValue | undefined
  readonly order?: { readonly parentId: string; readonly strategy?: string } | undefined
}
