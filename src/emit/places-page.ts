import { type Place, placeFiles } from './place-files.ts'

/**
 * Writes the page that shows where messages can be checked, in Markdown.
 * @param actionInputs the inputs of the action: name → what it is for and its default
 */
export function placesPage(
  actionInputs: readonly { readonly name: string; readonly description: string }[],
): string {
  return `# Where it runs

\`connectly init\` writes the file of each place below, and \`--ci\` and \`--hook\` say which. It
overwrites nothing: where a file is there already, it prints what to add.

No place needs a secret. A \`connectly.config.ts\` is code: CI that checks the pull requests of
strangers passes \`--no-config-code\`, or the project keeps its config as YAML or JSON. Never check out
a pull request under \`pull_request_target\`: it would run beside your secrets.

Services look files up from the root of the repository. Annotations, SARIF and Code Quality name them
so, in whatever folder of it the command runs; the other formats name them from that folder.

## GitHub

\`connectly init\` or \`connectly init --ci github\`. The findings stand at their lines in the pull
request, and the summary of the job tells what customers would read differently.

${show('github')}
${whatFails}
The action of this repository does the same, passes \`--no-config-code\` for pull requests from forks
by itself, and refuses files of a pull request under \`pull_request_target\`. After the checkout
(\`fetch-depth: 0\`), Node and \`npm ci\`, name it by the commit that you have read:

\`\`\`yaml
      - uses: <owner>/connectly-messages@<commit>
        with: { max-warnings: 0 }
\`\`\`

| input | what it is |
|---|---|
${actionInputs.map(({ name, description }) => `| \`${name}\` | ${description} |`).join('\n')}

## GitLab

\`connectly init --ci gitlab\`. The findings stand in the merge request, as code quality and as tests;
the log of the job tells what customers would read differently, and fails for the same as on GitHub.

${show('gitlab')}
## pre-commit

\`connectly init --hook pre-commit\`. It runs the version that the project has installed, the same as
in CI. The repository itself offers the hook \`connectly-lint\` as well, for projects without npm.

${show('pre-commit')}
## lint-staged

\`connectly init --hook lint-staged\`.

${show('lint-staged')}`
}

const whatFails = `\`connectly diff\` alone ends with 1 for everything that breaks somebody. \`--fail-on\` says here that only
*conversations* (taps on messages that customers have) and *limits* (WhatsApp may refuse the message)
fail the job. What breaks *callers* is told of in the summary, and the compiler of the same pull
request finds it: run \`tsc\`, too. One thing no compiler sees: a variable that refuses values that
callers may pass at run time. \`--fail-on conversations,limits,variable-narrowed\` fails for that as
well.

A change that is meant so is accepted in the config, in the same pull request. Take it out again when
it is merged, or it hides the next one:

\`\`\`yaml
overrides:
  - files: [messages/late.yaml]
    rules: { choice-removed: off }
\`\`\`
`

function show(place: Place): string {
  const { path, text } = placeFiles[place]
  const language = path.endsWith('.json') ? 'json' : 'yaml'
  return `\`${path}\`:\n\n\`\`\`${language}\n${text}\`\`\`\n`
}
