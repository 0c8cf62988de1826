const form = /^[A-Za-z0-9+/]{43}=$/

/**
 * Whether a signature is the one that Connectly makes of a body: standard Base64, with padding, of
 * HMAC-SHA256 over its bytes. Takes as long for a signature that is nearly right as for any other.
 */
export async function verifySignature(
  body: Uint8Array<ArrayBuffer>,
  secret: string,
  signature: string,
): Promise<boolean> {
  if (!form.test(signature)) return false
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const bytes = new TextEncoder().encode(secret)
  const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign'])
  const expected = encodeBase64(await crypto.subtle.sign('HMAC', key, body))
  // As texts: four spellings of the last character stand for the same bytes, and one is ours.
  return isSameText(expected, signature)
}

function encodeBase64(buffer: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(buffer)))
}

/** Looks at every character, whatever the first difference is. */
function isSameText(left: string, right: string): boolean {
  let difference = left.length ^ right.length
  for (let index = 0; index < left.length; index++) {
    difference |= left.charCodeAt(index) ^ right.charCodeAt(index)
  }
  return difference === 0
}
