/** Keys whose values are words that customers read. */
const proseKeys: ReadonlySet<string> = new Set([
  'text',
  'title',
  'description',
  'caption',
  'name',
  'address',
  'filename',
])

/** What a number with a `#` before it counts: after such a word it is no remark of an author. */
const numbered =
  /(?:^|[^\p{L}])(?:order|number|no|nr|num|ticket|parcel|package|invoice|booking|reservation|case|reference|ref|code|gate|platform|room|suite|unit|apartment|apt|table|box|locker|pedido|orden|número|numero|reserva|factura|commande|numéro|facture|bestellung|nummer|rechnung)\.?$/iu

const loneNumber = /^#+[ \t]+[A-Z]?[0-9]{1,12}[A-Z]?[.!?]?$/

/**
 * Whether a comment with a blank after its `#` was surely meant as the end of the text before it:
 * it names a template variable (`order # {{ order }}`), or is the number of something
 * (`Suite # 200, second floor`, `Shop # 1`). Any other remark after a text is a legitimate comment.
 *
 * @param key - the key of the text, where it is known
 */
export function isLostText(before: string, comment: string, key?: string): boolean {
  if (comment.includes('{{')) return true
  if (!/^#+[ \t]+\S*[0-9]/.test(comment)) return false
  const isProse = key === undefined || proseKeys.has(key)
  return (isProse && loneNumber.test(comment.trimEnd())) || numbered.test(before.trimEnd())
}

/** Whether a comment holds the brace or bracket that ought to close a collection before it. */
export function holdsEnd(comment: string): boolean {
  let open = 0
  for (const [mark] of comment.replaceAll(/\{\{[^{}]*\}\}/g, '').matchAll(/[{}[\]]/g)) {
    open += mark === '{' || mark === '[' ? 1 : -1
    if (open < 0) return true
  }
  return false
}
