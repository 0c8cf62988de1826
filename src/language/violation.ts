/** One breach of a schema, as the precompiled validators state it. */
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
