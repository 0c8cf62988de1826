import type { ProjectOptions } from '../../src/language/project.ts'
import type { CompiledMessage } from '../../src/model/message.ts'
import { compileFiles } from './compile-yaml.ts'

/** A message with a text and a number, and a template for a closed window. */
export const helloYaml = `variables:
  customer: { type: string, pattern: "^[A-Za-z]{1,40}$" }
  count: { type: integer, minimum: 0, maximum: 99, default: 1 }
message:
  text: "Hello {{ customer }}, {{ count }} parcels"
fallback:
  templateName: hello
  language: en
  parameters: { body_1: "{{ customer }}" }
`

/** {@link helloYaml}, compiled. */
export function compileHello(options: Partial<ProjectOptions> = {}): CompiledMessage {
  const { messages, diagnostics } = compileFiles({ 'messages/hello.yaml': helloYaml }, options)
  const [message] = messages
  if (message === undefined) throw new Error(diagnostics.map(({ message }) => message).join())
  return message
}
