import { type ChildProcess, spawn } from 'node:child_process'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { judgeGoal } from './goal.ts'

// How many requests a second one sandbox answers, every rule applied, beside a server of Node that
// does nothing but answer: whoever is measured against the sandbox must not find its limit.

const root = fileURLToPath(new URL('../..', import.meta.url))
const requests = 20_000
const connections = 16
const rounds = 3

const texts: { readonly [name: string]: object } = {
  'a text': { text: 'Your parcel is at the door.' },
  'reply buttons': {
    text: 'Your parcel is late. What shall we do?',
    replyButtonMessage: {
      buttons: [
        { id: 'call', text: 'Call me' },
        { id: 'wait', text: 'Wait for it' },
      ],
    },
  },
}

const bare = `
  const body = '{"id":"01FRRVK645V350357FGV2Y1B16"}'
  const headers = { 'content-type': 'application/json', 'content-length': body.length }
  const server = require('node:http').createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(201, headers).end(body))
  })
  server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port))`

interface Running {
  readonly child: ChildProcess
  readonly port: number
}

async function start(args: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, [...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      const found = /127\.0\.0\.1:(\d+)/.exec(String(chunk))
      if (found !== null) resolve(Number(found[1]))
    })
    child.on('close', (code) => reject(new Error(`${args[0]} ended with ${code}`)))
  })
  return { child, port }
}

/** Requests a second, each connection asking again when it is answered. */
async function measure(port: number, message: object): Promise<number> {
  let sent = 0
  const begin = performance.now()
  const ask = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1')
      const next = (): void => {
        if (sent < requests) socket.write(writeRequest(message, sent++))
        else socket.end()
      }
      socket.on('data', (chunk) => {
        if (chunk.subarray(0, 12).toString() === 'HTTP/1.1 201') next()
        else reject(new Error(chunk.toString()))
      })
      socket.on('close', () => resolve())
      socket.on('error', reject)
      next()
    })
  await Promise.all(Array.from({ length: connections }, ask))
  return (requests / (performance.now() - begin)) * 1000
}

function writeRequest(message: object, index: number): string {
  const recipient = {
    id: `+1604444${String(index % 10_000).padStart(4, '0')}`,
    channelType: 'whatsapp',
  }
  const body = JSON.stringify({ recipient, message, callbackData: { row: index } })
  const lines = [
    'POST /v1/businesses/shop/send/messages HTTP/1.1',
    'Host: localhost',
    'X-API-Key: sandbox-bench',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  return [...lines, '', body].join('\r\n')
}

const floor = await start(['-e', bare])
const sandbox = await start([
  'dist/cli.cjs',
  'sandbox',
  '--port',
  '0',
  '--rate',
  '1000000',
  '--quiet',
])
console.log('\nthe sandbox, requests a second, best of three\n')
for (const [name, message] of Object.entries(texts)) {
  const best = { floor: 0, sandbox: 0 }
  for (let round = 0; round < rounds; round++) {
    best.floor = Math.max(best.floor, await measure(floor.port, message))
    best.sandbox = Math.max(best.sandbox, await measure(sandbox.port, message))
  }
  const share = best.sandbox / best.floor
  console.log(
    `${name.padEnd(44)} ${best.sandbox.toFixed(0).padStart(7)}  × ${share.toFixed(2)} of a bare server${judgeGoal(share, { least: 0.2 })}`,
  )
}
floor.child.kill()
sandbox.child.kill()
