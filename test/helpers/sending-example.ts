import {
  ApiError,
  type Client,
  NetworkError,
  OutsideWindowError,
  UnknownOutcomeError,
} from '../../src/client.ts'
import { type OrdersConfirmedVariables, sendOrdersConfirmed } from '../generated/index.ts'

/** What a service notes about the confirmation of one order. */
export async function confirm(
  client: Client,
  to: string,
  variables: OrdersConfirmedVariables,
): Promise<string> {
  try {
    const { id, sent } = await sendOrdersConfirmed(client, {
      to,
      locale: 'en',
      variables,
      fallback: true, // the approved template, where the 24-hour window is closed
    })
    return `accepted: ${sent} ${id}`
  } catch (error) {
    if (error instanceof UnknownOutcomeError) return 'unknown: a person decides, or a webhook'
    if (error instanceof NetworkError) return 'not sent: later'
    if (error instanceof OutsideWindowError) return 'not sent: no template either'
    if (error instanceof ApiError) return `refused: ${error.code ?? error.status}`
    throw error // wrong variables, a message that breaks a rule with them, or your own `signal`
  }
}
