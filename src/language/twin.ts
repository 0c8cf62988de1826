/** What a key of another API, or of another place, is called here. */
export interface Twin {
  /** The key of the same mapping that means the same. */
  readonly rename?: string
  /** What to do where renaming is not enough. */
  readonly advice?: string
  /** Keys of the same mapping that need no finding of their own then: missing or unknown ones. */
  readonly covers?: readonly string[]
  /** Whether nothing is lost when the key is removed; where that depends on its value, says of which. */
  readonly isSuperfluous?: true | ((value: unknown) => boolean)
}

/** Keys of one mapping that are no keys here, and what they mean. */
export interface Twins {
  readonly [key: string]: Twin
}

/** Twins by the definition that their mapping has, or by grammar and definition. */
export type TwinRows = readonly (readonly [place: string, twins: Twins])[]

/** The key has another name here. */
export function rename(name: string): Twin {
  return { rename: name }
}

/** Somebody has to decide, or to move something. */
export function advise(advice: string, ...covers: readonly string[]): Twin {
  return { advice, covers }
}

/** The key can go. */
export function superfluous(advice: string): Twin {
  return { advice, isSuperfluous: true }
}

/** What only the Cloud API has. */
export const noCounterpart: Twin = superfluous(
  'the Cloud API has it, Connectly does not, so remove it',
)
/** What the content says by itself. */
export const noType: Twin = superfluous(
  'the content that is present decides the type, so remove it',
)
