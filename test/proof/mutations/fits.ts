import type { Mutation } from '../mutation.ts'

/** Whether everything that was accepted still is. */
export const fitMutations: readonly Mutation[] = [
  {
    name: 'fits: ends are not tried',
    file: 'model/value-fit.ts',
    from: 'return known.find((value) => !fitsValue(value, after, options))',
    to: 'return undefined',
  },
  {
    name: 'fits: an open end does not stay open',
    file: 'model/value-fit.ts',
    from: '(isOpenLow && low === exclusiveMinimum)',
    to: 'false',
  },
  {
    name: 'fits: an open upper end does not stay open',
    file: 'model/value-fit.ts',
    from: '(isOpenHigh && high === exclusiveMaximum)',
    to: 'false',
  },
  {
    name: 'fits: no multiple is whole',
    file: 'model/value-fit.ts',
    from: 'multipleOf !== undefined && Number.isInteger(multipleOf)',
    to: 'multipleOf === 0',
  },
  {
    name: 'fits: multiples reach both ends',
    file: 'model/value-fit.ts',
    from: 'if (step === undefined || !Number.isInteger(step)) return { min, max }',
    to: 'if (step !== 0) return { min, max }',
  },
  {
    name: 'fits: no step is kept',
    file: 'model/value-fit.ts',
    from: 'return step !== undefined && isMultipleOf(step, multipleOf)',
    to: 'return false',
  },
  {
    name: 'fits: integers have no step',
    file: 'model/value-fit.ts',
    from: `before.multipleOf ?? (before.type === 'integer' ? 1 : undefined)`,
    to: 'before.multipleOf',
  },
  {
    name: 'fits: an empty list has items',
    file: 'model/value-fit.ts',
    from: `if (most === 0) return always
`,
    to: '',
  },
  {
    name: 'fits: items differ by whatever key is asked',
    file: 'model/value-fit.ts',
    from: 'asked.every((name) => known.includes(name)) &&',
    to: 'asked.length >= 0 &&',
  },
  {
    name: 'fits: a key makes no items differ',
    file: 'model/value-fit.ts',
    from: 'before.uniqueItems === true || known.length > 0',
    to: 'before.uniqueItems === true',
  },
]
