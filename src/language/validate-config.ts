import config from '../../schema/config.schema.json' with { type: 'json' }
import type { ShapeFinding } from './shape-finding.ts'
import { judgeShape } from './validate-shape.ts'
import { judgeConfig } from './validators-config.generated.js'

/** Finds what is wrong with the shape of a config. */
export function validateConfig(value: unknown): readonly ShapeFinding[] {
  return judgeShape(value, { kind: 'config', judge: judgeConfig, schema: config })
}
