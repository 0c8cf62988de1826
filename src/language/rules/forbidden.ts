import type { Finding } from '../../model/diagnostic.ts'
import type { Limit } from '../../model/limits.ts'
import type { Check } from '../../model/rule.ts'
import { presencesOf } from './presence.ts'

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
          fix: {
            title: `remove \`${key}\``,
            safe: false,
            edits: [{ type: 'remove', path: [...object.path, key] }],
          },
        }
        yield finding
      }
    },
  }
}
