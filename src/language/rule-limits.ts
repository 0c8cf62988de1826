import { type Limit, type LimitKey, type LimitKind, limitRows, limits } from '../model/limits.ts'

/** Which limits rules read: all of a kind, or single ones. */
const readers: { readonly [rule: string]: (limit: Limit) => boolean } = {
  'attachment-url': isFormatOf(
    /attachment(?:s\[\])?\.url|parameters\.header_(?:image|video|document)/,
  ),
  'blank-text': isOf('non-blank'),
  'callback-data-near-limit': (limit) =>
    limit.kind === 'bytes' && limit.fields.includes('callbackData'),
  'callback-data-too-large': (limit) =>
    limit.kind === 'bytes' && limit.fields.includes('callbackData'),
  'content-type': isOne('contentTypeCount'),
  'duplicate-text': isOf('unique', 'unique-ignoring-case'),
  'edge-blanks': isOf('trimmed'),
  'emoji-in-button': isOf('emoji'),
  'expiring-url': isOne('attachmentUrlMetaCdn'),
  filename: isOne('filenameFormat'),
  'forbidden-field': (limit) => limit.kind === 'forbidden' && limit.severity === 'error',
  'header-content': isOne('headerContentCount', 'headerAttachmentType'),
  'ignored-field': (limit) =>
    limit.kind === 'forbidden' && limit.severity === 'warning' && !isMediaHeader(limit),
  'line-feed': isOf('single-line'),
  'markup-not-interpreted': isOf('markup'),
  'media-header-on-list': isMediaHeader,
  'missing-field': (limit) =>
    limit.kind === 'required' && !isSectionTitle(limit) && !isOne('senderNamed')(limit),
  'missing-section-title': isSectionTitle,
  'number-out-of-range': isOf('range'),
  'phone-number': isOne(
    'bsuidFormat',
    'recipientIsSender',
    'recipientNumberFormat',
    'senderNumberFormat',
  ),
  'several-senders': isOne('senderNamed'),
  'template-language': isOne('templateLanguageFormat'),
  'template-name': isOne('templateNameFormat'),
  'template-parameter': isOne('templateBodyParameterNumber', 'templateParameterName'),
  'template-value': isOne('templateValueSpaces', 'templateValueTab'),
  'text-too-long': (limit) =>
    limit.kind === 'length' && limit.max !== undefined && !isOne('phoneNumberLength')(limit),
  'too-few-items': (limit) => isCount(limit) && limit.min !== undefined,
  'too-many-items': (limit) => isCount(limit) && limit.max !== undefined,
}

/** The limits that a rule holds a message to, in the order of the table. */
export function limitsOf(rule: string): readonly Limit[] {
  const doesRead = Object.hasOwn(readers, rule) ? readers[rule] : undefined
  return doesRead === undefined
    ? []
    : limitRows.filter((limit) => isInFile(limit) && doesRead(limit))
}

/** The limits whose rows say how severe a finding of a rule is. */
export function decidingLimitsOf(rule: string): readonly Limit[] {
  return advisers.has(rule) ? [] : limitsOf(rule)
}

/** Rules whose findings are advice about a limit, and no breach of it. */
const advisers: ReadonlySet<string> = new Set(['callback-data-near-limit'])

/** Whether a message file shows what the limit holds for; a colon names what only a file shows. */
function isInFile({ fields }: Limit): boolean {
  return fields.some((field) => !field.includes(':'))
}

function isOf(...kinds: readonly LimitKind[]): (limit: Limit) => boolean {
  return ({ kind }) => kinds.includes(kind)
}

function isOne(...keys: readonly LimitKey[]): (limit: Limit) => boolean {
  return ({ id }) => keys.some((key) => limits[key].id === id)
}

function isFormatOf(field: RegExp): (limit: Limit) => boolean {
  return ({ kind, fields }) => kind === 'format' && fields.some((name) => field.test(name))
}

/** Whether it counts the items of a sequence. */
function isCount({ kind, fields }: Limit): boolean {
  return kind === 'count' && fields.some((field) => field.endsWith('[]'))
}

function isMediaHeader({ id }: Limit): boolean {
  return id === limits.listHeaderAttachment.id
}

function isSectionTitle(limit: Limit): boolean {
  return isOne(
    'listSectionTitleRequired',
    'listSingleSectionTitle',
    'multiProductSectionTitleRequired',
    'multiProductSingleSectionTitle',
  )(limit)
}
