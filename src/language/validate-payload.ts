import payload from '../../schema/payload.schema.json' with { type: 'json' }
import type { Endpoint } from '../model/payload.ts'
import type { ShapeFinding } from './shape-finding.ts'
import type { Grammar } from './validate-schema.ts'
import { judgeShape } from './validate-shape.ts'
import { judgeSession, judgeTemplate } from './validators-payload.generated.js'

const bodies: { readonly [endpoint in Endpoint]: Grammar } = {
  'send/messages': { kind: 'session', judge: judgeSession, schema: payload, start: 'session' },
  'send/whatsapp_templated_messages': {
    kind: 'template',
    judge: judgeTemplate,
    schema: payload,
    start: 'template',
  },
}

/** Finds what is wrong with the shape of a request's body. */
export function validatePayload(endpoint: Endpoint, body: unknown): readonly ShapeFinding[] {
  return judgeShape(body, bodies[endpoint])
}
