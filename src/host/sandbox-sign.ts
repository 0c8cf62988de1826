/** Carries the signature of a webhook. @see {@link https://docs.connectly.ai/webhooks/overview} */
export const signatureHeader = 'x-connectly-hmac-sha256'

/** Makes the signatures of one secret: standard Base64 of HMAC-SHA256 over the body's bytes. */
export function createSigner(secret: string): (body: string) => Promise<string> {
  const encoder = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  let key: Promise<CryptoKey> | undefined
  return async (body) => {
    key ??= crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign'])
    const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', await key, encoder.encode(body)))
    return btoa(String.fromCharCode(...bytes))
  }
}
