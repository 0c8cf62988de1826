import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findJournals } from '../../src/host/find-journals.ts'
import { openJournal } from '../../src/host/journal.ts'
import { makeTempFolder } from '../helpers/temp-folder.ts'

describe('findJournals', () => {
  it('finds journals by what they are, and leaves those alone that are held', () => {
    const folder = makeTempFolder({
      'empty.journal': '',
      'text.journal': 'no database at all'.repeat(10),
      'folder.journal/x': '',
    })
    const at = (name: string): string => join(folder.path, name)
    openJournal(at('b.sqlite')).close()
    openJournal(at('a.journal')).close()
    const held = openJournal(at('held.journal'))
    symlinkSync(at('held.journal'), at('link.journal'))
    expect(findJournals(folder.path, [at('held.journal')])).toEqual([
      at('a.journal'),
      at('b.sqlite'),
    ])
    held.close()
    expect(findJournals(join(folder.path, 'none'), [])).toEqual([])
  })
})
