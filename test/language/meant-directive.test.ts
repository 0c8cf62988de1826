import { describe, expect, it } from 'vitest'
import { directivesOf, meantDirective } from '../../src/language/meant-directive.ts'
import { meantLoop } from '../../src/language/meant-loop.ts'
import { compileYaml, printDiagnostic } from '../helpers/compile-yaml.ts'
import { applyFix } from './apply-fix.ts'

describe('meantDirective', () => {
  it.each([
    ['$when', 'late', '$if', 'late'],
    ['show', '!late', '$if', 'not late'],
    ['$unless', 'late', '$if', 'not late'],
    ['$if_not', 'not late', '$if', 'late'],
    ['hidden', '{{ late }}', '$if', 'not late'],
    ['$iff', 'late', '$if', 'late'],
    ['$forEach', 'a of list', '$each', 'a in list'],
    ['for', 'const a of list', '$each', 'a in list'],
    ['$repeat', 'list as a', '$each', 'a in list'],
  ])('reads %s: %s as %s: %s', (key, value, name, text) => {
    expect(meantDirective(key, value)).toEqual({ name, text })
  })

  it('knows the key and not the value where that is no condition, or an else', () => {
    expect(meantDirective('$unless', 3)).toEqual({ name: '$if' })
    expect(meantDirective('$else', 'late')).toEqual({ name: '$if' })
    expect(meantDirective('$for', 'list')).toEqual({ name: '$each' })
  })

  it('takes no other key for one', () => {
    for (const key of ['id', 'text', 'title', '$ref', 'format']) {
      expect(meantDirective(key, 'late')).toBeUndefined()
    }
  })
})

describe('meantLoop', () => {
  it('leaves what is no loop alone', () => {
    for (const text of ['', 'list', 'a, b in list', '1 in list', 'a in list[0]']) {
      expect(meantLoop(text)).toBeUndefined()
    }
  })
})

describe('directivesOf', () => {
  it('takes names of authors for names', () => {
    expect(directivesOf({ show: 'late', $if: 'gift' }, true)).toEqual({
      condition: { key: '$if', text: 'gift' },
      isUnclear: false,
    })
  })

  it('is unclear where a mapping has two conditions, or one that nobody can read', () => {
    expect(directivesOf({ $if: 'late', $unless: 'gift' }, false).isUnclear).toBe(true)
    expect(directivesOf({ $else: null }, false).isUnclear).toBe(true)
  })
})

const around = (row: string): string => `variables:
  late: boolean
  gift: boolean
  names: { type: array, maxItems: 3, uniqueItems: true, items: string(9) }
message:
  text: "Hello {{ late }} {{ gift }} {{ names }}"
  replyButtonMessage:
    buttons:
      - { id: wait, text: Wait }
      - { ${row}, id: call, text: Call }
`

const withoutTheList = (yaml: string): string =>
  yaml.replace(' {{ names }}', '').replace(/ {2}names.*\n/, '')

describe('a condition in the words of another language', () => {
  it.each([
    ['$unless: late', '$if: not late'],
    ['$when: "!late"', '$if: "not late"'],
    ['$if: !late', '$if: not late'],
    ['$if: !!late', '$if: late'],
    ['$if: ! late', '$if: not late'],
    ['show: late', '$if: late'],
  ])('%s is mended to %s, and nothing is lost', (row, mended) => {
    const yaml = withoutTheList(around(row))
    const { diagnostics } = compileYaml(yaml)
    expect(diagnostics).toHaveLength(1)
    const fix = diagnostics[0]?.fixes?.[0]
    expect(fix?.safe).toBe(false)
    const fixed = fix === undefined ? yaml : applyFix(yaml, fix)
    expect(fixed).toBe(withoutTheList(around(mended)))
    expect(compileYaml(fixed).diagnostics).toEqual([])
  })

  it.each(['$else: late', '$x: late', '$if: late, $unless: gift', '$for: names', '$if: true'])(
    '%s has no fix that would take it away',
    (row) => {
      const yaml = withoutTheList(around(row))
      const diagnostics = compileYaml(yaml).diagnostics
      expect(diagnostics.map((diagnostic) => printDiagnostic(diagnostic, yaml))).toHaveLength(1)
      expect(diagnostics.flatMap(({ fixes = [] }) => fixes)).toEqual([])
    },
  )
})
