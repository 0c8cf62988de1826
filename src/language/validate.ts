import type { JsonValue } from '../model/json.ts'
import { messageSchema } from './message-schema.ts'
import type { ShapeFinding } from './shape-finding.ts'
import type { Grammar } from './validate-schema.ts'
import { judgeShape } from './validate-shape.ts'
import { judgeMessage, judgeVariant } from './validators-message.generated.js'

export type { ShapeFinding } from './shape-finding.ts'

const files: { readonly [kind in 'message' | 'variant']: Grammar } = {
  message: {
    kind: 'message',
    judge: judgeMessage,
    get schema() {
      return messageSchema()
    },
  },
  variant: {
    kind: 'variant',
    judge: judgeVariant,
    get schema() {
      return messageSchema()
    },
    start: 'variant',
  },
}

/** Finds what is wrong with the shape of a message file, or of a variant in another locale. */
export function validateMessage(
  value: JsonValue,
  kind: 'message' | 'variant',
): readonly ShapeFinding[] {
  return judgeShape(value, files[kind])
}
