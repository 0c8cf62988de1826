/** One weakening of the checker: the first text in a file becomes the second one. */
export interface Mutation {
  /** The transfer rule, and what is wrong with it. */
  readonly name: string
  /** Below `src`. */
  readonly file: string
  readonly from: string
  readonly to: string
}
