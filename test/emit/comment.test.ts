import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatComment } from '../../src/emit/comment.ts'

describe('formatComment', () => {
  it('stays on one line where it fits', () => {
    expect(formatComment('Sent at once.', { indent: 2 })).toBe('  /** Sent at once. */')
  })

  it('folds long text, keeps paragraphs apart and puts tags below', () => {
    const text = `${'word '.repeat(25)}\n\n second\nline `
    expect(formatComment(text, { tags: ['@defaultValue 3'] })).toBe(
      [
        '/**',
        ` * ${'word '.repeat(19).trim()}`,
        ` * ${'word '.repeat(6).trim()}`,
        ' *',
        ' * second line',
        ' *',
        ' * @defaultValue 3',
        ' */',
      ].join('\n'),
    )
  })

  it('breaks up whatever would end the comment or begin a tag', () => {
    expect(formatComment('a */ b /* c @deprecated d@e.f {@link x}')).toBe(
      '/** a *\\/ b /\\* c \\@deprecated d@e.f {\\@link x} */',
    )
  })

  it('shows invisible characters', () => {
    expect(formatComment('a\u202eb\u0007c')).toBe('/** a\\u202eb\\u0007c */')
  })

  it('holds one comment and nothing else, whatever the text', () => {
    const piece = fc.constantFrom('*', '/', '\\', '@', '\n', '\r', '\u2028', ' ', 'a', '#', '`')
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
    )
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 8 }), (value, indent) => {
        const comment = formatComment(value, { indent }).trim()
        expect(comment.indexOf('*/')).toBe(comment.length - 2)
        expect(comment.startsWith('/**')).toBe(true)
        for (const line of comment.split('\n').slice(1)) expect(line).toMatch(/^ +\*/)
        expect(comment).not.toMatch(/[\r\u2028\u2029\0]/)
      }),
    )
  })
})
