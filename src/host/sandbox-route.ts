import type { Endpoint } from '../model/payload.ts'
import type { Refusal } from './sandbox-answer.ts'
import type { SendTarget } from './sandbox-send.ts'

const endpoints: readonly Endpoint[] = ['send/messages', 'send/whatsapp_templated_messages']

/** Where a request goes to among the endpoints of the API, or why nowhere. */
export function findTarget(method: string, pathname: string): SendTarget | Refusal {
  const [, businessId, rest] = /^\/v1\/businesses\/([^/]+)\/(.+)$/.exec(pathname) ?? []
  const endpoint = endpoints.find((name) => name === rest)
  if (businessId === undefined || endpoint === undefined) {
    return {
      status: 404,
      message: `The sandbox knows POST /v1/businesses/{businessId}/${endpoints.join(' and ')}, and what GET /sandbox lists`,
      type: 'ERROR_TYPE_UNSPECIFIED',
      isAssumed: true,
    }
  }
  if (method !== 'POST') {
    return {
      status: 405,
      message: `${method} is not possible here, only POST is`,
      type: 'ERROR_TYPE_UNSPECIFIED',
      headers: { allow: 'POST' },
      isAssumed: true,
    }
  }
  return { endpoint, businessId }
}
