import type { MessageBounds, TextBounds } from '../model/bounds.ts'

const fields: ReadonlySet<string> = new Set([
  'message.replyButtonMessage.buttons[].id',
  'message.listMessage.sections[].rows[].id',
])

/** The ids of everything that customers can tap. */
export function choiceIdsOf({ texts }: MessageBounds): readonly TextBounds[] {
  return texts.filter(({ field }) => fields.has(field))
}
