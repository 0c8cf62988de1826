import { json } from './json.ts'
import { pretty } from './pretty.ts'
import type { Reporter } from './reporter.ts'

/** Every output format, by name. */
export const reporters: { readonly [name in 'pretty' | 'json']: Reporter } = { pretty, json }
