// Loaded before a command: whatever asks for the network is said on standard error and refused.
import dgram from 'node:dgram'
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

function refuse(name) {
  return () => {
    process.stderr.write(`asked for the network: ${name}\n`)
    throw new Error(`no network: ${name}`)
  }
}

net.Socket.prototype.connect = refuse('connect')
net.Server.prototype.listen = refuse('listen')
dgram.createSocket = refuse('datagrams')
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  dns[name] = refuse(name)
  dns.promises[name] = refuse(name)
}
globalThis.fetch = refuse('fetch')
globalThis.WebSocket = refuse('WebSocket')
syncBuiltinESMExports()
