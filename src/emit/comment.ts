import { lineWidth, showUnprintable } from './literal.ts'

/** How a comment is laid out. */
export interface CommentOptions {
  /** Blanks in front of every line. */
  readonly indent?: number
  /** Lines of our own below the text, such as `@defaultValue 3`. */
  readonly tags?: readonly string[]
}

/**
 * Writes text as a TSDoc comment: folded to the line width, with nothing in it that could end the
 * comment, start a tag, or be invisible.
 *
 * @param text What a user wrote; blank lines separate paragraphs
 */
export function formatComment(text: string, options: CommentOptions = {}): string {
  const { indent = 0, tags = [] } = options
  const margin = ' '.repeat(indent)
  const paragraphs = commentParagraphs(text)
  const single = [...paragraphs, ...tags]
  const only = `${margin}/** ${single[0] ?? ''} */`
  if (single.length === 1 && only.length <= lineWidth) return only
  const folded = paragraphs.map((paragraph) => foldWords(paragraph, lineWidth - indent - 3))
  if (tags.length > 0) folded.push(tags)
  const lines = folded.flatMap((part, index) => (index === 0 ? part : ['', ...part]))
  const body = lines.map((line) => (line === '' ? `${margin} *` : `${margin} * ${line}`))
  return [`${margin}/**`, ...body, `${margin} */`].join('\n')
}

/** Makes a user's text harmless inside a comment; white space is not kept. */
export function commentText(text: string): string {
  return commentParagraphs(text).join(' ')
}

function commentParagraphs(text: string): readonly string[] {
  return text
    .split(/\n[ \t\r]*\n/)
    .map((paragraph) => defuse(paragraph.replace(/[ \t\r\n]+/g, ' ').trim()))
    .filter((paragraph) => paragraph !== '')
}

/**
 * A star before a slash would end the comment, one after it begins another one; an `@` that begins
 * a word is a tag (`@deprecated` would mark the function); `//#` is how tools find source maps.
 */
function defuse(text: string): string {
  return showUnprintable(text)
    .replaceAll('*/', '*\\/')
    .replaceAll('/*', '/\\*')
    .replace(/(?<![\w\\])@/g, '\\@')
    .replace(/(?<=\/\/)(?=[#@\\])/g, ' ')
}

function foldWords(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}
