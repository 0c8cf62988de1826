/** A decoded text: for each UTF-16 unit of it the part of the source that it comes from. */
export interface LocatedText {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Collects the units of a decoded text with their places. */
export interface Writer {
  /** What was written so far. */
  readonly located: LocatedText
  /** Appends text, every unit of which comes from the same part of the source. */
  write(text: string, start: number, end: number): void
  /** Appends a part of the source as it stands. */
  copy(start: number, end: number): void
}

/** Starts a text; `offset` is where the source that is decoded begins in its file. */
export function createWriter(source: string, offset: number): Writer {
  const starts: number[] = []
  const ends: number[] = []
  let text = ''
  const write = (part: string, start: number, end: number): void => {
    text += part
    for (let index = 0; index < part.length; index++) {
      starts.push(offset + start)
      ends.push(offset + end)
    }
  }
  const copy = (start: number, end: number): void => {
    text += source.slice(start, end)
    for (let index = start; index < end; index++) {
      starts.push(offset + index)
      ends.push(offset + index + 1)
    }
  }
  return {
    write,
    copy,
    get located() {
      return { text, starts, ends }
    },
  }
}

/** One line without its break; offsets into the source that is decoded. */
export interface Line {
  readonly start: number
  readonly end: number
}

/** Cuts a part of a source into lines that end with LF or CR LF. */
export function splitLines(source: string, from: number, to: number): Line[] {
  const lines: Line[] = []
  let start = from
  for (;;) {
    const feed = source.indexOf('\n', start)
    if (feed < 0 || feed >= to) break
    const end = feed > start && source[feed - 1] === '\r' ? feed - 1 : feed
    lines.push({ start, end })
    start = feed + 1
  }
  lines.push({ start, end: to })
  return lines
}
