/** What a piece of terminal text is, and so which colour it gets. */
export type Tone = 'error' | 'warning' | 'info' | 'good' | 'strong' | 'quiet' | 'link'

const codes: { readonly [tone in Tone]: readonly [open: number, close: number] } = {
  error: [31, 39],
  warning: [33, 39],
  info: [36, 39],
  good: [32, 39],
  strong: [1, 22],
  quiet: [2, 22],
  link: [4, 24],
}

/** Gives a text the colour of its tone. */
export type Paint = (tone: Tone, text: string) => string

/** A painter that colours, or one that leaves texts as they are. */
export function createPaint(color: boolean): Paint {
  if (!color) return (_tone, text) => text
  return (tone, text) => `\u001B[${codes[tone][0]}m${text}\u001B[${codes[tone][1]}m`
}
