import { sendingLimits } from '../model/limits-sending.ts'

/** The business's number where neither a request nor an option names one: a fictional one. */
export const defaultNumber = '+14155550100'

/** What signs webhooks where no option names a secret. */
export const defaultSecret = 'sandbox-secret'

/** Requests in any sliding second, as documented. */
export const defaultRate: number = sendingLimits.requestRate.max

/** Beyond it the memory of one second would be the problem. */
export const highestRate = 1_000_000
