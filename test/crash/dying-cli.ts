import { Socket } from 'node:net'
import { DatabaseSync } from 'node:sqlite'
import { start } from '../../src/start.ts'

// The command line, which kills itself right before or right after one of its commits and socket
// writes: the n-th of these moments, by the variable DIE_AT. Without one it lives.

const dieAt = Number(process.env['DIE_AT'] ?? 0)
let moment = 0

function pass(): void {
  moment++
  if (moment === dieAt) process.kill(process.pid, 'SIGKILL')
}

const { exec } = DatabaseSync.prototype
DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string): void {
  const isCommit = sql === 'COMMIT'
  if (isCommit) pass()
  Reflect.apply(exec, this, [sql])
  if (isCommit) pass()
}

const { write } = Socket.prototype
Socket.prototype.write = function (this: Socket, ...args: unknown[]): boolean {
  pass()
  const isRoom = Reflect.apply(write, this, args)
  pass()
  return isRoom
}

process.exitCode = await start(process.argv.slice(2))
if (dieAt === 0) process.send?.(moment)
