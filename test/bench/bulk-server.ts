import { createServer } from 'node:http'

// Takes every message, as fast as a server on this machine can.
let total = 0
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    total++
    response.writeHead(201, { 'content-type': 'application/json' })
    response.end(`{"id":"id-${total}"}`)
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`)
})
process.on('disconnect', () => process.exit())
