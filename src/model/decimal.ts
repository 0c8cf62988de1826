/** A number exactly as its decimal form reads: `units × 10 ** exponent`. */
interface Decimal {
  readonly units: bigint
  readonly exponent: number
}

/**
 * Whether a number is a whole multiple of another, judged by their decimal forms: 19.99 is a
 * multiple of 0.01, which no division of binary fractions would find.
 */
export function isMultipleOf(value: number, step: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(step)) return value % step === 0
  const left = toDecimal(value)
  const right = toDecimal(step)
  const exponent = Math.min(left.exponent, right.exponent)
  return scale(left, exponent) % scale(right, exponent) === 0n
}

/** The multiples of a number that lie between two others, both included, in ascending order. */
export function multiplesBetween(min: number, max: number, step: number): readonly number[] {
  const [low, high, unit] = [toDecimal(min), toDecimal(max), toDecimal(step)]
  const exponent = Math.min(low.exponent, high.exponent, unit.exponent)
  const [first, last, size] = [scale(low, exponent), scale(high, exponent), scale(unit, exponent)]
  const multiples: number[] = []
  for (let units = first - (first % size); units <= last; units += size) {
    if (units >= first) multiples.push(Number(`${units}e${exponent}`))
  }
  return multiples
}

/** How many digits stand behind the decimal point of a number when it is written without exponent. */
export function fractionDigits(value: number): number {
  return Math.max(0, -toDecimal(value).exponent)
}

function toDecimal(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  return { units: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length }
}

function scale({ units, exponent }: Decimal, to: number): bigint {
  return units * 10n ** BigInt(exponent - to)
}
