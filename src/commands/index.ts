import type { Command } from './command.ts'
import { explain } from './explain.ts'
import { generate } from './generate.ts'
import { init } from './init.ts'
import { lint } from './lint.ts'
import { render } from './render.ts'
import { sandbox } from './sandbox.ts'
import { send } from './send.ts'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [init, lint, explain, generate, render, send, sandbox]
