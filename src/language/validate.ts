import config from '../../schema/config.schema.json' with { type: 'json' }
import message from '../../schema/message.schema.json' with { type: 'json' }
import payload from '../../schema/payload.schema.json' with { type: 'json' }
import type { JsonValue } from '../model/json.ts'
import type { Endpoint } from '../model/payload.ts'
import type { ShapeFinding } from './shape-finding.ts'
import type { Grammar } from './validate-schema.ts'
import { judgeShape } from './validate-shape.ts'
import {
  judgeConfig,
  judgeMessage,
  judgeSession,
  judgeTemplate,
  judgeVariant,
} from './validators.generated.js'

export type { ShapeFinding } from './shape-finding.ts'

const files: { readonly [kind in 'message' | 'variant']: Grammar } = {
  message: { kind: 'message', judge: judgeMessage, schema: message },
  variant: { kind: 'variant', judge: judgeVariant, schema: message, start: 'variant' },
}

const bodies: { readonly [endpoint in Endpoint]: Grammar } = {
  'send/messages': { kind: 'session', judge: judgeSession, schema: payload, start: 'session' },
  'send/whatsapp_templated_messages': {
    kind: 'template',
    judge: judgeTemplate,
    schema: payload,
    start: 'template',
  },
}

/** Finds what is wrong with the shape of a message file, or of a variant in another locale. */
export function validateMessage(
  value: JsonValue,
  kind: 'message' | 'variant',
): readonly ShapeFinding[] {
  return judgeShape(value, files[kind])
}

/** Finds what is wrong with the shape of a request's body. */
export function validatePayload(endpoint: Endpoint, body: unknown): readonly ShapeFinding[] {
  return judgeShape(body, bodies[endpoint])
}

/** Finds what is wrong with the shape of a config. */
export function validateConfig(value: unknown): readonly ShapeFinding[] {
  return judgeShape(value, { kind: 'config', judge: judgeConfig, schema: config })
}
