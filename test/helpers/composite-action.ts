import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'

/** One step of a composite action, as far as ours use it. */
interface Step {
  readonly name: string
  readonly run: string
  readonly 'working-directory'?: string
  readonly env?: { readonly [name: string]: string }
}

/** A composite action. */
export interface Action {
  readonly inputs: {
    readonly [name: string]: { readonly description: string; readonly default: string }
  }
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}

/** What the runner knows. */
export interface ActionContext {
  /** The checkout. */
  readonly folder: string
  /** The environment of the job: `GITHUB_EVENT_NAME`, `GITHUB_SHA` … */
  readonly env: { readonly [name: string]: string | undefined }
  /** Where an expression such as `github.event.…` leads. */
  readonly expressions: { readonly [expression: string]: string }
  readonly inputs?: { readonly [name: string]: string }
}

/** What a run of an action did. */
export interface ActionResult {
  /** Name of the step that failed. */
  readonly failed: string | undefined
  readonly code: number | null
  readonly output: string
  readonly summary: string
}

/** Reads an action. */
export function readAction(file: string): Action {
  const action: Action = parse(readFileSync(file, 'utf8'))
  return action
}

/**
 * Runs the steps of an action as GitHub's runner does: each a script of its own under
 * `bash --noprofile --norc -eo pipefail`, with expressions filled into `env` and nowhere else, and
 * with what earlier steps wrote to `GITHUB_ENV`.
 */
export function runAction(
  { inputs, runs }: Action,
  { folder, env, expressions, inputs: given = {} }: ActionContext,
): ActionResult {
  const scratch = mkdtempSync(join(tmpdir(), 'connectly-action-'))
  const files = { GITHUB_ENV: join(scratch, 'env'), GITHUB_STEP_SUMMARY: join(scratch, 'summary') }
  for (const file of Object.values(files)) writeFileSync(file, '')
  const fill = (text: string): string =>
    text.replace(/\$\{\{ *([^}]+?) *\}\}/g, (_, expression: string) => {
      const name = /^inputs\.(.+)$/.exec(expression)?.[1]
      if (name !== undefined) return given[name] ?? fill(inputs[name]?.default ?? '')
      return expressions[expression] ?? ''
    })
  let output = ''
  for (const [index, step] of runs.steps.entries()) {
    if (
      step.name.startsWith('What customers') &&
      ['', 'none'].includes(fill(`\${{ inputs.diff-base }}`))
    ) {
      continue
    }
    const script = join(scratch, `step-${index}.sh`)
    writeFileSync(script, step.run)
    const own = Object.entries(step.env ?? {}).map(([name, text]) => [name, fill(text)])
    const kept = readFileSync(files.GITHUB_ENV, 'utf8').trim().split('\n').filter(Boolean)
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', script],
      {
        cwd: join(folder, fill(step['working-directory'] ?? '.')),
        encoding: 'utf8',
        env: {
          ...env,
          ...files,
          ...Object.fromEntries(kept.map((line) => line.split(/=(.*)/s).slice(0, 2))),
          ...Object.fromEntries(own),
        },
      },
    )
    output += stdout + stderr
    if (status !== 0) return end(step.name, status)
  }
  return end(undefined, 0)

  function end(failed: string | undefined, code: number | null): ActionResult {
    return { failed, code, output, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8') }
  }
}
