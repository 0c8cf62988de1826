import { describe, expect, it } from 'vitest'
import { detectDelimiter } from '../../src/language/detect-delimiter.ts'

describe('detectDelimiter', () => {
  it.each([
    ['to,name\n', ','],
    ['to;name;a,b\n', ';'],
    ['\uFEFFto\tname\r\n', '\t'],
    ['to|name', '|'],
    ['\n\nto;name', ';'],
    ['"a;b;c;d",to', ','],
    ['to', ','],
    ['', ','],
    ['a;b;c', ';'],
  ])('%j', (text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter)
  })
})
