import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import { pretty } from './pretty.ts'
import { rdjson } from './rdjson.ts'
import type { Format, Reporter } from './reporter.ts'
import { sarif } from './sarif.ts'

/** Every output format, by name. */
export const reporters: { readonly [format in Format]: Reporter } = {
  pretty,
  json,
  github,
  sarif,
  junit,
  gitlab,
  rdjson,
  markdown,
}
