/**
 * Whether messages are judged whose variables still stand for any value. What applications load
 * judges finished messages only: its build says `false` here, and then leaves out all that speaks of
 * values in general.
 */
export const mayVary: boolean = true
