import { createHmac } from 'node:crypto'

/** The secret of the webhooks in tests. */
export const secret = 'whs-0123456789abcdef'

/** Signs a body as Connectly does: Base64 of HMAC-SHA256 over the raw bytes. */
export function sign(body: string | Uint8Array, key: string = secret): string {
  return createHmac('sha256', key).update(body).digest('base64')
}
