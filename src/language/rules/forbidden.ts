import type { Finding, Fix } from '../../model/diagnostic.ts'
import type { Limit } from '../../model/limits.ts'
import { mayVary } from '../../model/may-vary.ts'
import type { Check } from '../../model/rule.ts'
import type { Path } from '../../model/source.ts'
import { presencesOf } from './presence.ts'

/** A file as the header of a list: advice of its own. */
export function isMediaHeader({ fields }: Limit): boolean {
  return fields[0] === 'message.listMessage.header.attachment'
}

/** A check that finds the keys which some of the `forbidden` limits name. */
export function forbiddenCheck(
  name: string,
  severity: Check['severity'],
  isMine: (limit: Limit) => boolean,
  say: (key: string, limit: Limit) => string,
): Check {
  return {
    name,
    severity,
    *check(bounds) {
      for (const { limit, object, key } of presencesOf(bounds, 'forbidden')) {
        if (!isMine(limit) || !Object.hasOwn(object.value, key)) continue
        const finding: Finding = {
          path: [...object.path, key],
          at: 'key',
          message: say(key, limit),
          limit,
        }
        yield mayVary ? { ...finding, fix: removalOf(key, finding.path) } : finding
      }
    },
  }
}

function removalOf(key: string, path: Path): Fix {
  return { title: `remove \`${key}\``, safe: false, edits: [{ type: 'remove', path }] }
}
