/** A text with a label. The path is only a name: nothing here touches a disk. */
export interface Source {
  /** Relative to the working directory, with `/`. */
  readonly path: string
  readonly text: string
}

/** Keys and indexes from the root of a document to a value. */
export type Path = readonly (string | number)[]

/** Offsets into a source: UTF-16 units, 0-based, the end is not included. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Offsets into the value of one string: UTF-16 units, 0-based, the end is not included. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A place for people: line and column are 1-based, the column counts UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/**
 * Turns offsets of one text into lines and columns. A line ends with LF, CR LF or CR. A byte-order
 * mark is no column: no editor shows it.
 */
export class LineIndex {
  readonly #starts: readonly number[]
  readonly #length: number

  constructor(text: string) {
    const first = text.startsWith('\uFEFF') ? 1 : 0
    const starts = [first]
    for (let index = first; index < text.length; index++) {
      const unit = text.charCodeAt(index)
      if (unit === 10 || (unit === 13 && text.charCodeAt(index + 1) !== 10)) starts.push(index + 1)
    }
    this.#starts = starts
    this.#length = text.length
  }

  /** How many lines the text has; an empty text has one. */
  get lineCount(): number {
    return this.#starts.length
  }

  /** The offset at which a 1-based line begins. */
  lineStart(line: number): number {
    return this.#starts[line - 1] ?? this.#length
  }

  /** The place of an offset; an offset outside the text is moved to its nearest end. */
  positionAt(offset: number): Position {
    const inside = Math.max(this.lineStart(1), Math.min(offset, this.#length))
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= inside) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: inside - (this.#starts[low] ?? 0) + 1, offset: inside }
  }
}

/** Writes a path as people read it: `message.buttons[0].text`. */
export function formatPath(path: Path): string {
  let text = ''
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`
    else if (/^[A-Za-z_$][\w$]*$/.test(step)) text += text === '' ? step : `.${step}`
    else text += `[${JSON.stringify(step)}]`
  }
  return text
}

/** Whether two paths are the same. */
export function isSamePath(left: Path, right: Path): boolean {
  return left.length === right.length && left.every((step, index) => step === right[index])
}

/** Whether `path` is `ancestor` or lies below it. */
export function isInside(path: Path, ancestor: Path): boolean {
  return path.length >= ancestor.length && ancestor.every((step, index) => step === path[index])
}
