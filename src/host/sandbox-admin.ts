import { ConnectlyError } from '../model/errors.ts'
import type { JsonObject, JsonValue } from '../model/json.ts'
import { adminRoutes } from './sandbox-admin-routes.ts'
import { answerJson, type SandboxAnswer } from './sandbox-answer.ts'
import { readJsonBody } from './sandbox-body.ts'
import type { SandboxParts } from './sandbox-parts.ts'
import type { SandboxRequest } from './sandbox-request.ts'

const root = '/sandbox'

/** Whether a path belongs to those who steer the sandbox, not to the API. */
export function isAdmin(pathname: string): boolean {
  return pathname === root || pathname.startsWith(`${root}/`)
}

/** Answers somebody who steers the sandbox. */
export async function handleAdmin(
  parts: SandboxParts,
  request: SandboxRequest,
  reset: () => void,
): Promise<SandboxAnswer> {
  const { method } = request
  const url = new URL(request.target, 'http://localhost')
  if (isFromPage(request)) {
    return answerError(
      403,
      'pages in a browser may not steer the sandbox: use curl, or open the address itself',
    )
  }
  const routes = adminRoutes.filter(({ path }) => `${root}${path}` === url.pathname)
  const route = routes.find((candidate) => candidate.method === method)
  if (routes.length === 0) {
    return answerError(404, `there is no ${url.pathname}: GET ${root} lists what there is`)
  }
  if (route === undefined) {
    const allow = routes.map((candidate) => candidate.method).join(', ')
    return answerError(405, `${url.pathname} takes ${allow}`, { allow })
  }
  try {
    const body = method === 'POST' ? await readInput(request) : {}
    return answerPerson(200, await route.run(parts, { body, query: url.searchParams, reset }))
  } catch (error) {
    if (error instanceof ConnectlyError) return answerError(400, error.message)
    throw error
  }
}

/**
 * A browser says where a request comes from, and no page can change that: only an address that was
 * typed in comes from nowhere.
 */
function isFromPage(request: SandboxRequest): boolean {
  const site = request.header('sec-fetch-site')
  return request.header('origin') !== undefined || (site !== undefined && site !== 'none')
}

/** A page of another site cannot send this type without being asked first. */
async function readInput(request: SandboxRequest): Promise<JsonObject> {
  const type = request.header('content-type') ?? ''
  if (!/^application\/json\b/i.test(type)) {
    throw new ConnectlyError(
      'the body must come as application/json: add -H "content-type: application/json", or use curl --json',
    )
  }
  const read = await readJsonBody(request)
  if ('body' in read) return read.body
  throw new ConnectlyError(read.refusal.message)
}

function answerError(
  status: number,
  error: string,
  headers: Readonly<Record<string, string>> = {},
): SandboxAnswer {
  return answerPerson(status, { error }, headers)
}

/** People read it in a terminal. */
function answerPerson(
  status: number,
  value: JsonValue,
  headers: Readonly<Record<string, string>> = {},
): SandboxAnswer {
  return { ...answerJson(status, null, headers), body: `${JSON.stringify(value, null, 2)}\n` }
}
