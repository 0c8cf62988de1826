/** Openings of the commands that CI systems read from a log, anywhere in a line. */
const commands = /##(?=\[|vso\[|teamcity\[)/gi

/**
 * Makes a user's text safe to show: what cannot be seen is written as an escape, and no CI system
 * finds a command in it. Line feeds are escaped too, since they belong to whoever prints lines.
 */
export function printable(text: string): string {
  if (ascii.test(text)) return text.replace(commands, '#\\#')
  return escapeHidden(text).replace(commands, '#\\#')
}

/**
 * C0, DEL and C1 controls, line separators, soft hyphen, bidirectional and zero-width characters,
 * tags, noncharacters and lone surrogates: what could drive a terminal or hide from a reader.
 */
export function escapeHidden(
  text: string,
  show: (character: string) => string = escapeCharacter,
): string {
  // Properties of Unicode are slow to read: made where they are needed, and not at every start.
  const hidden =
    /[\p{Cc}\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E007F}]|\p{Cs}/gu
  return text.replace(hidden, show)
}

function escapeCharacter(character: string): string {
  const short = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }[character]
  if (short !== undefined) return short
  const code = (character.codePointAt(0) ?? 0).toString(16)
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`
}

/** What GitHub's runner takes for a command: it looks at the beginning of a line only. */
const runnerCommand = /^(\s*)::/

/** A line for a log: what begins it is no command, wherever a text was broken. */
export function logLine(line: string): string {
  return line.replace(runnerCommand, '$1:\\:')
}

const ascii = /^[ -~]*$/
let segmenter: Intl.Segmenter | undefined

/** How many columns of a terminal a printable text takes. */
export function displayWidth(text: string): number {
  if (ascii.test(text)) return text.length
  // Made when it is needed: it loads the data of a language.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  let width = 0
  for (const { segment } of segmenter.segment(text)) width += widthOf(segment)
  return width
}

function widthOf(grapheme: string): number {
  const wide =
    /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6])/u
  const noWidth = /^\p{M}+$/u
  if (noWidth.test(grapheme)) return 0
  return wide.test(grapheme) ? 2 : 1
}

/** Breaks a text into lines of at most `width` columns, between words. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && displayWidth(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}
