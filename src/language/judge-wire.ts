import type { NamedFinding, Severity } from '../model/diagnostic.ts'
import type { Payload } from '../model/payload.ts'
import type { Path } from '../model/source.ts'
import { judgePayload } from './judge.ts'
import { validatePayload } from './validate-payload.ts'

/** A finding about a request's body. */
export interface WireFinding {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly path: Path
}

/** Judges a body that came over the wire: its shape, and every rule if the shape is right. */
export function judgeWire(payload: Payload): readonly WireFinding[] {
  const shape: readonly NamedFinding[] = validatePayload(payload.endpoint, payload.body)
  const findings = shape.length > 0 ? shape : judgePayload(payload)
  return findings.map(({ rule, severity = 'error', message, path }) => ({
    rule,
    severity,
    message,
    path,
  }))
}
