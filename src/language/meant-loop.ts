const name = '[A-Za-z_]\\w*'
const list = `${name}(?:\\.${name})*`
const forwards = new RegExp(
  `^(?:for\\s+)?(?:(?:const|let|var)\\s+)?(${name})\\s+(?:in|of)\\s+(${list})$`,
)
const backwards = new RegExp(`^(${list})\\s+as\\s+(${name})$`)

/** Reads a loop in the words of other languages: `parcel of parcels` is `parcel in parcels`. */
export function meantLoop(text: string): string | undefined {
  if (text.length > 200) return undefined
  const [, inner = text] = /^\s*(?:\{\{(.*)\}\}|\((.*)\))\s*$/s.exec(text) ?? []
  const plain = inner.trim()
  const [, item, of] = forwards.exec(plain) ?? []
  if (item !== undefined && of !== undefined) return `${item} in ${of}`
  const [, from, as] = backwards.exec(plain) ?? []
  return from === undefined || as === undefined ? undefined : `${as} in ${from}`
}
