import { ConnectlyError } from '../model/errors.ts'

/**
 * Reads a base URL: https, or http on this machine. A path is kept, and the result ends with `/`.
 * @throws {@link ConnectlyError} for anything that would send the key to the wrong place.
 */
export function parseBaseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  // The refused text is not quoted: it may hold a password.
  if (url === undefined || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new ConnectlyError('`baseUrl` must be a complete URL, such as https://api.connectly.ai')
  }
  if (url.username !== '' || url.password !== '') {
    throw new ConnectlyError(
      '`baseUrl` must not hold a user name or password: the key travels in a header of its own',
    )
  }
  if (url.search !== '' || url.hash !== '' || /[?#]$/.test(text)) {
    throw new ConnectlyError('`baseUrl` must end with its path: remove what follows `?` or `#`')
  }
  if (url.protocol === 'http:' && !isLoopbackHost(url.hostname)) {
    throw new ConnectlyError(
      `\`baseUrl\` must begin with https://: over http the API key would travel to ${url.hostname} in clear text (http is for this machine only, such as http://127.0.0.1:8080)`,
    )
  }
  if (!url.pathname.endsWith('/')) url.pathname += '/'
  return url
}

/** Whether a URL's host name, or an address as one binds it, is this very machine. */
export function isLoopbackHost(hostname: string): boolean {
  const name = hostname.toLowerCase()
  return (
    name === 'localhost' ||
    name === '::1' ||
    name === '[::1]' ||
    /^127(?:\.(?:\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])){3}$/.test(name)
  )
}
