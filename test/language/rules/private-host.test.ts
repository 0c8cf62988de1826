import { expect, it } from 'vitest'
import { isPrivate } from '../../../src/language/rules/private-host.ts'

it.each([
  'http://localhost/a',
  'http://LOCALHOST:3000',
  'http://app.localhost',
  'https://nas',
  'https://nas.',
  'https://printer.local/a.png',
  'https://cdn.corp.internal',
  'https://router.home.arpa',
  'https://nas.lan',
  'http://127.0.0.1',
  'http://127.1',
  'http://2130706433',
  'http://0x7f.1',
  'http://0.0.0.0',
  'http://10.1.2.3',
  'http://100.64.0.1',
  'http://100.127.255.255',
  'http://169.254.169.254/latest/meta-data',
  'http://172.16.0.1',
  'http://172.31.255.255',
  'http://192.168.0.1',
  'http://[::1]',
  'http://[::]',
  'http://[fc00::1]',
  'http://[fd12:3456::1]',
  'http://[fe80::1]',
  'http://[::ffff:127.0.0.1]',
  'http://[::ffff:192.168.1.1]',
])('%s cannot be reached from outside', (url) => {
  expect(isPrivate(new URL(url))).toBe(true)
})

it.each([
  'https://example.com',
  'https://example.com.',
  'https://local.example.com',
  'https://localhost.example.com',
  'https://10.example.com',
  'http://8.8.8.8',
  'http://100.63.0.1',
  'http://100.128.0.1',
  'http://172.15.0.1',
  'http://172.32.0.1',
  'http://192.169.0.1',
  'http://11.0.0.1',
  'http://[2001:db8::1]',
  'http://[::ffff:8.8.8.8]',
  'https://fd.example.com',
  'https://xn--bcher-kva.example',
])('%s can be reached from anywhere', (url) => {
  expect(isPrivate(new URL(url))).toBe(false)
})
