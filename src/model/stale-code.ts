import { ConnectlyError } from './errors.ts'

/** What an application throws that meets words where its generated code has to bring behaviour. */
export function staleCode(): ConnectlyError {
  return new ConnectlyError('an older version generated this: run `connectly generate`')
}
