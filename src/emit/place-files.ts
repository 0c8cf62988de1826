/** Where a project can have its messages checked by itself. */
export type Place = 'github' | 'gitlab' | 'pre-commit' | 'lint-staged'

/** A file that has messages checked, and what has to be known about it. */
export interface PlaceFile {
  /** From the root of the repository. */
  readonly path: string
  readonly text: string
}

/** The file of each place, as `connectly init` writes it and as the documentation shows it. */
export const placeFiles: { readonly [place in Place]: PlaceFile } = {
  github: {
    path: '.github/workflows/messages.yml',
    // The two actions are named by commit: a tag can be moved.
    text: `# Checks the messages of every pull request. It needs no secrets.
name: messages
on: pull_request
permissions:
  contents: read
jobs:
  messages:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@34e114876b0b11c390a56381ad16ebd13914f8d5 # v4.3.1
        with: { fetch-depth: 0, persist-credentials: false }
      - uses: actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0
        with: { node-version: 24 }
      - run: npm ci
      - run: npx connectly lint --format github
      - run: npx connectly generate --check
      - name: What customers would read differently
        env:
          BASE: \${{ github.event.pull_request.base.sha }}
        run: |
          npx connectly diff --format markdown --fail-on conversations,limits -- "$BASE" >>"$GITHUB_STEP_SUMMARY" && exit
          code=$?
          [ "$code" != 1 ] || echo '::error title=messages::the summary of this run says what breaks'
          exit "$code"
`,
  },
  gitlab: {
    path: '.gitlab-ci.yml',
    text: `# Checks the messages of every merge request. It needs no secrets.
messages:
  image: node:24
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  variables:
    GIT_DEPTH: 0
  script:
    - npm ci
    - npx connectly lint --format pretty --format gitlab:connectly.json --format junit:connectly.xml
    - npx connectly generate --check
    - BASE="\${CI_MERGE_REQUEST_TARGET_BRANCH_SHA:-$CI_MERGE_REQUEST_DIFF_BASE_SHA}"
    - npx connectly diff --fail-on conversations,limits -- "$BASE"
  artifacts:
    when: always
    reports:
      codequality: connectly.json
      junit: connectly.xml
`,
  },
  'pre-commit': {
    path: '.pre-commit-config.yaml',
    text: `# Checks the messages of every commit with the version that package.json names.
repos:
  - repo: local
    hooks:
      - id: connectly-lint
        name: connectly lint
        entry: npx --no connectly lint
        language: system
        files: (^|/)messages/.*\\.ya?ml$
        require_serial: true
`,
  },
  'lint-staged': {
    path: '.lintstagedrc.json',
    text: `{
  "**/messages/**/*.{yaml,yml}": "connectly lint"
}
`,
  },
}

/** A project that does not lie at the root of its repository; paths are from there, with `/`. */
export interface NestedProject {
  readonly config: string
  /** Where packages are installed; absent at the root. */
  readonly packages: string | undefined
}

/** The file of a place for such a project: what runs, runs at the root, so paths are right in reports. */
export function placeFileFor(place: Place, { config, packages }: NestedProject): PlaceFile {
  const { path, text } = placeFiles[place]
  const prefix = packages === undefined ? '' : ` --prefix ${word(packages)}`
  const nested = text
    .replaceAll('npm ci', `npm ci${prefix}`)
    .replaceAll(
      /(?<!name: )(npx (?:--no )?)?connectly (lint|generate|diff)\b/g,
      (_, npx: string | undefined, command: string) => {
        const start = npx ?? (packages === undefined ? '' : 'npx ')
        return `${start.replace('npx', `npx${prefix}`)}connectly ${command} --config ${word(config)}`
      },
    )
  return { path, text: nested }
}

/** A path as one word of a shell. */
function word(path: string): string {
  return /^[\w./@-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
}
