/**
 * Asks a person at a terminal. Nothing where there is none: an answer that a file or a pipe holds
 * is no decision.
 */
export function openQuestion(): ((question: string) => Promise<string>) | undefined {
  const { stdin, stderr } = process
  if (!stdin.isTTY || !stderr.isTTY) return undefined
  return async (question) => {
    const { createInterface } = await import('node:readline/promises')
    const terminal = createInterface({ input: stdin, output: stderr })
    try {
      const { promise, resolve } = Promise.withResolvers<string>()
      // The terminal keeps Ctrl-C for itself while it asks.
      terminal.on('SIGINT', () => {
        process.kill(process.pid, 'SIGINT')
        resolve('')
      })
      terminal.on('close', () => resolve(''))
      return await Promise.race([terminal.question(question), promise])
    } finally {
      terminal.close()
    }
  }
}
