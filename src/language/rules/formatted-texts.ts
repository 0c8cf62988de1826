import type { MessageBounds, TextBounds } from '../../model/bounds.ts'

const formatted = /^message\.(?:text|attachments\[\]\.caption)(?:@|$)/

/** The texts in which WhatsApp reads formatting marks: bodies and captions. */
export function formattedTextsOf({ texts }: MessageBounds): readonly TextBounds[] {
  return texts.filter(({ field }) => formatted.test(field))
}
