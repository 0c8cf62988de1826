import type { ResolvedConfig } from '../model/config.ts'
import type { Payload } from '../model/payload.ts'
import type { Prepared } from './prepare-request.ts'

/**
 * The exact request of a payload as JSON, with that of the fallback template under `fallback` where
 * one was asked for; `{businessId}` stands as it is where none is set.
 */
export function showRequest({ payload, fallback }: Prepared, config: ResolvedConfig): string {
  const request = describeRequest(payload, config)
  const shown =
    fallback === undefined ? request : { ...request, fallback: describeRequest(fallback, config) }
  return `${JSON.stringify(shown, null, 2)}\n`
}

function describeRequest({ endpoint, body }: Payload, config: ResolvedConfig): object {
  const { baseUrl, businessId = '{businessId}' } = config
  const url = `${baseUrl.replace(/\/+$/, '')}/v1/businesses/${businessId}/${endpoint}`
  return { method: 'POST', url, body }
}
