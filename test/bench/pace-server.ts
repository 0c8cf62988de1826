import { createServer } from 'node:http'

// Takes every message, but answers those to the business `stormy` with 429 for half a minute.
const stormMs = 30_000
let begun = 0
const server = createServer((request, response) => {
  const now = performance.now()
  const isStormy = request.url?.includes('/stormy/') === true
  if (isStormy && begun === 0) begun = now
  const isRefused = isStormy && now - begun < stormMs
  request.resume().on('end', () => {
    response.writeHead(isRefused ? 429 : 201, { 'content-type': 'application/json' })
    response.end(isRefused ? '{}' : '{"id":"x"}')
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`)
})
process.on('disconnect', () => process.exit())
