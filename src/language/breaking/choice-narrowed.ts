import type { Declaration } from '../../model/declaration.ts'
import { describeValue } from '../../model/describe-value.ts'
import { declarationsOf } from '../../model/read-id.ts'
import { type Fit, type FitOptions, fitDeclaration } from '../../model/value-fit.ts'
import type { BreakingRule } from './breaking-rule.ts'
import { choicePairs, variablesIn } from './choice-pairs.ts'
import { parcelRows } from './example-texts.ts'

/** The values in an id are those that were used, and they are read only if they stay the same. */
const idFit: FitOptions = { from: 'used', to: 'same' }

export const rule: BreakingRule = {
  name: 'choice-narrowed',
  summary: 'The variables in an id do not take all values any more with which it was sent.',
  why: 'A tap on an old message brings such a value back, and the decoder takes its id for a forgery. Let the declaration take the old values as long as such messages are on phones. Where it cannot be proven that all old values are read, the change counts as narrower.',
  severity: 'error',
  breaks: ['conversations'],
  *compare(pair) {
    for (const { before, after } of choicePairs(pair)) {
      if (after === undefined) continue
      for (const name of variablesIn(before.definition)) {
        const fit = fitDeclarations(
          declarationsOf(before.definition.variables ?? {}, name),
          declarationsOf(after.definition.variables ?? {}, name),
        )
        if (fit.fits === 'always') continue
        const { id } = before.definition
        const text =
          fit.fits === 'unknown'
            ? `taps on \`${id}\` are perhaps not read with every \`${name}\` that was sent, it cannot be proven otherwise: keep its declaration`
            : `a tap on \`${id}\` that was sent with ${describeValue(fit.value)} as \`${name}\` is not read any more: let \`${name}\` take what it took`
        yield { message: before.message, path: ['variables', name.split('.')[0] ?? name], text }
      }
    }
  },
  examples: [
    {
      title: 'more than before is allowed',
      before: { 'parcel.yaml': parcelRows('^[0-9]{1,9}$') },
      after: { 'parcel.yaml': parcelRows('^[0-9]{1,12}$') },
      reports: [],
    },
    {
      title: 'less than before is allowed',
      before: { 'parcel.yaml': parcelRows('^[0-9]{1,9}$') },
      after: { 'parcel.yaml': parcelRows('^[0-9]{2,9}$') },
      reports: [
        'parcel: a tap on `parcel:{{ parcel.id }}` that was sent with "0" as `parcel.id` is not read any more: let `parcel.id` take what it took',
      ],
    },
  ],
}

/** Each old declaration must fit one of the new ones. */
function fitDeclarations(before: readonly Declaration[], after: readonly Declaration[]): Fit {
  let worst: Fit = { fits: 'always' }
  for (const old of before) {
    const fits = after.map((now) => fitDeclaration(old, now, idFit))
    if (fits.some(({ fits: how }) => how === 'always')) continue
    const [only] = fits
    if (fits.length === 1 && only?.fits === 'sometimes') return only
    worst = { fits: 'unknown' }
  }
  return worst
}
