// What the limits are called that the cases expect to be broken.

/** Two ids may be the same. */
export const sameId = 'reply-button-id-unique'

/** An id may have blanks at an end. */
export const looseEnds = 'reply-button-id-trimmed'

/** Two texts may be the same. */
export const sameText = 'reply-button-text-unique'

/** Two texts may differ in case only. */
export const sameLetters = 'reply-button-text-unique-ignoring-case'
