import { byteCases } from './cases/bytes.ts'
import { countCases } from './cases/counts.ts'
import { declarationCases } from './cases/declarations.ts'
import { fitCases } from './cases/fits.ts'
import { numberCases } from './cases/numbers.ts'
import { otherCases } from './cases/others.ts'
import { repeatCases } from './cases/repeats.ts'
import { sectionCases } from './cases/sections.ts'
import { stringCases } from './cases/strings.ts'
import { textCases } from './cases/texts.ts'
import { twinCases } from './cases/twins.ts'
import type { DirectedCase } from './directed-case.ts'

/** Every case, each about one transfer rule of the bounds. */
export const directedCases: readonly DirectedCase[] = [
  ...named('strings', stringCases),
  ...named('declarations', declarationCases),
  ...named('numbers', numberCases),
  ...named('texts', textCases),
  ...named('bytes', byteCases),
  ...named('counts', countCases),
  ...named('sections', sectionCases),
  ...named('twins', twinCases),
  ...named('repeats', repeatCases),
  ...named('fits', fitCases),
  ...named('others', otherCases),
]

function named(group: string, cases: readonly DirectedCase[]): readonly DirectedCase[] {
  return cases.map((one) => ({ ...one, name: `${group}: ${one.name}` }))
}
