// Generated from schema/*.schema.json: run `vitest run -u` to renew it, do not edit.

/** One breach of a schema. */
export interface Violation {
  /** A JSON pointer to the value. */
  readonly instancePath: string
  readonly schemaPath: string
  readonly keyword: string
  readonly params: { readonly [name: string]: unknown }
}

/** Says whether a value fits; leaves the breaches behind where it does not. */
export interface Judge {
  (value: unknown): boolean
  errors?: readonly Violation[] | null
}

export const judgeMessage: Judge
export const judgeVariant: Judge
export const judgeSession: Judge
export const judgeTemplate: Judge
export const judgeConfig: Judge
