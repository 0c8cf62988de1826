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

## GitHub

\`connectly init\` or \`connectly init --ci github\`. The findings stand at their lines in the pull
request, and the summary of the job tells what customers would read differently.

${show('github')}
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

\`connectly init --ci gitlab\`. The findings stand in the merge request, as code quality and as tests.

${show('gitlab')}
## pre-commit

\`connectly init --hook pre-commit\`. It runs the version that the project has installed, the same as
in CI. The repository itself offers the hook \`connectly-lint\` as well, for projects without npm.

${show('pre-commit')}
## lint-staged

\`connectly init --hook lint-staged\`.

${show('lint-staged')}`
}

function show(place: Place): string {
  const { path, text } = placeFiles[place]
  const language = path.endsWith('.json') ? 'json' : 'yaml'
  return `\`${path}\`:\n\n\`\`\`${language}\n${text}\`\`\`\n`
}
