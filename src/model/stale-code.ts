import { ConnectlyError } from './errors.ts'

/** What an application throws that meets words where its generated code has to bring behaviour. */
export function staleCode(): ConnectlyError {
  return new ConnectlyError(
    'nothing was sent, an older version generated the code of this message: run `connectly generate`',
  )
}
