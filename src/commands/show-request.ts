import type { ResolvedConfig } from '../model/config.ts'
import type { Payload } from '../model/payload.ts'

/** The exact request of a payload as JSON; `{businessId}` stands as it is where none is set. */
export function showRequest({ endpoint, body }: Payload, config: ResolvedConfig): string {
  const { baseUrl, businessId = '{businessId}' } = config
  const url = `${baseUrl.replace(/\/+$/, '')}/v1/businesses/${businessId}/${endpoint}`
  return `${JSON.stringify({ method: 'POST', url, body }, null, 2)}\n`
}
