/** Where one limit comes from: documentation, which a client bundle does without. */
export interface Evidence {
  /** Whether the payload alone shows a breach, only the moment of sending, or nothing does. */
  readonly checkable: 'lint' | 'send' | 'no'
  /**
   * `documented`: Connectly says it. `official`: Meta says it. `BSP`: only a provider says it.
   * `SDK`: only a library enforces it. `inferred`: reasoned from several sources, or seen as an
   * error text in public code.
   */
  readonly confidence: 'documented' | 'official' | 'BSP' | 'SDK' | 'inferred'
  /** Addresses with a blank between them, the most telling first. */
  readonly source: string
  /** When the first address was last changed or read, or the API was last seen to do so. */
  readonly date: string
  readonly note: string
}

/**
 * The pages that limits were read from. A date is when a page was last changed or, where that is
 * not known, when it was read.
 */
const pages = {
  sessionMessages: { url: 'https://docs.connectly.ai/messaging/session-messages', date: '2026-11' },
  templateMessages: {
    url: 'https://docs.connectly.ai/messaging/template-messages',
    date: '2026-11',
  },
  connectlyErrors: { url: 'https://docs.connectly.ai/messaging/error-codes', date: '2026-11' },
  connectlyBsuid: { url: 'https://docs.connectly.ai/messaging/bsuid', date: '2026-11' },
  connectlyFaq: { url: 'https://docs.connectly.ai/faq', date: '2026-11' },
  sendSessionMessage: {
    url: 'https://docs.connectly.ai/message-api/message-service-api/messageservice/send-session-message',
    date: '2026-11',
  },
  oldReference: {
    url: 'https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages',
    date: '2025-12',
  },
  openApi: {
    url: 'https://github.com/facebook/openapi/blob/main/business-messaging-api_v23.0.yaml',
    date: '2025-11',
  },
  textMessages: {
    url: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/text-messages',
    date: '2025-11-03',
  },
  imageMessages: {
    url: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/image-messages',
    date: '2026-06-24',
  },
  videoMessages: {
    url: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/video-messages',
    date: '2025-11-03',
  },
  audioMessages: {
    url: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/audio-messages',
    date: '2025-12-12',
  },
  documentMessages: {
    url: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/document-messages',
    date: '2025-11-03',
  },
  locationMessages: {
    url: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/location-messages',
    date: '2025-11-03',
  },
  listMessages: {
    url: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-list-messages',
    date: '2026-06-28',
  },
  replyButtonMessages: {
    url: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages',
    date: '2026-05-21',
  },
  metaSending: {
    url: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages',
    date: '2025-11-04',
  },
  mediaReference: {
    url: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media',
    date: '2025-12-11',
  },
  shareProducts: {
    url: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/sell-products-and-services/share-products',
    date: '2025-11-06',
  },
  metaThroughput: {
    url: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput',
    date: '2025-11-21',
  },
  aboutPlatform: {
    url: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/about-the-platform',
    date: '2025-12-05',
  },
  messagingLimits: {
    url: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/messaging-limits',
    date: '2025-12',
  },
  metaErrors: {
    url: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes',
    date: '2025-12-12',
  },
  metaBsuid: {
    url: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids',
    date: '2026-02-06',
  },
  templateComponents: {
    url: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components',
    date: '2025-11-21',
  },
  templateOverview: {
    url: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview',
    date: '2025-12',
  },
  templateReview: {
    url: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-review',
    date: '2025-10-31',
  },
  onPremises: {
    url: 'https://developers.facebook.com/docs/whatsapp/guides/interactive-messages/',
    date: '2025-10',
  },
  nodeSdk: {
    url: 'https://whatsapp.github.io/WhatsApp-Nodejs-SDK/api-reference/types/InteractiveObject',
    date: '2026-11',
  },
  itu: { url: 'https://www.itu.int/rec/T-REC-E.164/', date: '2026-11' },
  twilioListPicker: {
    url: 'https://www.twilio.com/docs/content/twiliolist-picker',
    date: '2026-11',
  },
  twilioMedia: {
    url: 'https://www.twilio.com/docs/whatsapp/guidance-whatsapp-media-messages',
    date: '2026-11',
  },
  gupshupList: { url: 'https://docs.gupshup.io/docs/list-node', date: '2026-11' },
  gupshupReply: { url: 'https://docs.gupshup.io/docs/reply-node', date: '2026-11' },
  gupshupText: {
    url: 'https://docs.gupshup.io/docs/message-type-outbound-free-form',
    date: '2026-11',
  },
  exotelInteractive: {
    url: 'https://developer.exotel.com/docs/whatsapp-support/interactive-messages',
    date: '2026-11',
  },
  exotelMedia: {
    url: 'https://developer.exotel.com/docs/whatsapp-support/media-messages',
    date: '2026-11',
  },
  sinchText: {
    url: 'https://developers.sinch.com/docs/conversation/message-types/text-message',
    date: '2026-11',
  },
  sinchMedia: {
    url: 'https://developers.sinch.com/docs/conversation/message-types/media-message',
    date: '2026-11',
  },
  threeSixtyDialog: {
    url: 'https://docs.360dialog.com/docs/messaging/message-types/interactive',
    date: '2026-11',
  },
  infobipGo: { url: 'https://github.com/infobip-community/infobip-api-go-sdk', date: '2024-06' },
  infobipRust: {
    url: 'https://github.com/infobip-community/infobip-api-rust-sdk',
    date: '2024-04',
  },
  infobipJava: { url: 'https://github.com/infobip/infobip-api-java-client', date: '2026-03' },
  vonage: { url: 'https://github.com/Vonage/vonage-python-sdk', date: '2026-01' },
  zenvia: { url: 'https://github.com/zenvia/zenvia-openapi-spec/pull/144', date: '2021-09' },
  whatsappApiJs: { url: 'https://github.com/Secreto31126/whatsapp-api-js', date: '2026-07' },
  pywa: { url: 'https://github.com/david-lev/pywa', date: '2026-08' },
  courierLabels: { url: 'https://github.com/nyaruka/courier/pull/1126', date: '2026-08-12' },
  courierMedia: { url: 'https://github.com/nyaruka/courier/pull/1081', date: '2026-07-30' },
  metaWhatsappRs: { url: 'https://github.com/vaam-apps/meta-whatsapp-rs', date: '2026-11' },
  botonic: { url: 'https://github.com/hubtype/botonic/pull/2801', date: '2024-03' },
  netflie: { url: 'https://github.com/netflie/whatsapp-cloud-api', date: '2026-11' },
  uploadTypes: {
    url: 'https://github.com/fbsamples/whatsapp-api-examples/issues/10',
    date: '2024-02-08',
  },
  chatwootAudio: { url: 'https://github.com/fazer-ai/chatwoot/issues/520', date: '2026-09-10' },
  chatwootCaption: { url: 'https://github.com/chatwoot/chatwoot/issues/5078', date: '2022-07' },
  heyoo: { url: 'https://github.com/Neurotech-HQ/heyoo/issues/18', date: '2022-07' },
} as const

/** A page that limits were read from. */
export type PageName = keyof typeof pages

/** The source and the date of a limit, from the pages that state it. */
export function cite(
  first: PageName,
  ...others: readonly PageName[]
): Pick<Evidence, 'source' | 'date'> {
  const urls = [first, ...others].map((name) => pages[name].url)
  return { source: urls.join(' '), date: pages[first].date }
}
