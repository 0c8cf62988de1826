/** What an application judges a finished message with. */
export * from '../../src/language/judge.ts'
export { judgeParts } from '../../src/language/judge-parts.ts'
export * from '../../src/language/rule-parts.ts'
