import type { Format } from '../../src/emit/reporters/reporter.ts'

/** What the reader of a format takes a finding for. */
export interface ReadFinding {
  readonly rule: string
  readonly message: string
  readonly file?: string
}

/** Reads a report as its consumer does; anything that is not a finding of ours is thrown. */
export const readers: {
  readonly [format in Exclude<Format, 'pretty'>]: (text: string) => readonly ReadFinding[]
} = {
  json: (text) => JSON.parse(text).diagnostics,
  github: readGithub,
  sarif: (text) =>
    JSON.parse(text).runs[0].results.map((result: SarifResult) => ({
      rule: result.ruleId,
      message: result.message.text.replaceAll('\\[', '['),
      file: decodeURIComponent(result.locations[0]?.physicalLocation.artifactLocation.uri ?? ''),
    })),
  junit: readJunit,
  gitlab: (text) =>
    JSON.parse(text).map((issue: GitlabIssue) => ({
      rule: issue.check_name,
      message: issue.description,
      file: issue.location.path,
    })),
  rdjson: (text) =>
    JSON.parse(text).diagnostics.map((found: RdjsonDiagnostic) => ({
      rule: found.code.value,
      message: found.message,
      file: found.location.path,
    })),
  markdown: readMarkdown,
}

interface SarifResult {
  readonly ruleId: string
  readonly message: { readonly text: string }
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } }
  }[]
}

interface GitlabIssue {
  readonly check_name: string
  readonly description: string
  readonly location: { readonly path: string }
}

interface RdjsonDiagnostic {
  readonly code: { readonly value: string }
  readonly message: string
  readonly location: { readonly path: string }
}

/**
 * The commands that GitHub's runner takes from a log: `::name props::data` where a line begins with
 * it, `##[name]data` wherever it stands, and nothing while commands are stopped.
 */
export function readRunnerCommands(text: string): readonly RunnerCommand[] {
  const found: RunnerCommand[] = []
  let stoppedBy: string | undefined
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, name = '', properties = '', data = ''] =
      /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/s.exec(line) ?? []
    if (stoppedBy !== undefined) {
      if (name === stoppedBy) stoppedBy = undefined
    } else if (name === 'stop-commands') stoppedBy = data
    else if (name !== '')
      found.push({ name, properties: readProperties(properties), data: decode(data) })
    else if (/##\[[^\]]*\]/.test(line)) found.push({ name: '##[', properties: {}, data: line })
  }
  if (stoppedBy !== undefined) throw new Error('commands stay stopped')
  return found
}

interface RunnerCommand {
  readonly name: string
  readonly properties: { readonly [name: string]: string }
  readonly data: string
}

function readProperties(text: string): { readonly [name: string]: string } {
  return Object.fromEntries(
    text.split(',').map((part) => {
      const [name = '', ...rest] = part.split('=')
      return [name, decode(rest.join('=')).replaceAll('%3A', ':').replaceAll('%2C', ',')]
    }),
  )
}

function decode(data: string): string {
  return data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

function readGithub(text: string): readonly ReadFinding[] {
  return readRunnerCommands(text).map(({ name, properties, data }) => {
    if (!['error', 'warning', 'notice'].includes(name)) throw new Error(`a command: ${name}`)
    return { rule: properties['title'] ?? '', message: data, file: properties['file'] ?? '' }
  })
}

const element = /<(\/?)([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?)>|<\?xml[^>]*\?>|([^<]+)/gy

function readJunit(text: string): readonly ReadFinding[] {
  const findings: ReadFinding[] = []
  let file = ''
  let rule = ''
  let output: string | undefined
  let end = 0
  for (const match of text.matchAll(element)) {
    end = match.index + match[0].length
    const [, close, name, attributes = '', , characters] = match
    const read = (key: string): string =>
      unescapeXml(new RegExp(` ${key}="([^"]*)"`).exec(attributes)?.[1] ?? '')
    if (characters !== undefined) output = characters
    else if (close === '/' && name === 'system-out') {
      findings.push({
        rule,
        file,
        message: unescapeXml(output ?? '').replace(/^.*?:\d+:\d+ \w+: /s, ''),
      })
    } else if (name === 'testsuite' && close === '') file = read('name')
    else if (name === 'testcase' && close === '') rule = read('name').replace(/ \d+:\d+$/, '')
    else if (name === 'failure' && close === '') {
      findings.push({ rule: read('type'), file, message: read('message') })
    }
  }
  if (end !== text.length) throw new Error(`no XML at ${end}: ${text.slice(end, end + 40)}`)
  return findings
}

function unescapeXml(text: string): string {
  const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' }
  return text.replace(/&\w+;/g, (entity) => {
    const character = Object.entries(entities).find(([name]) => name === entity)?.[1]
    if (character === undefined) throw new Error(`an entity: ${entity}`)
    return character
  })
}

/** Reads headings and code as CommonMark has them; whatever else users could write would show here. */
function readMarkdown(text: string): readonly ReadFinding[] {
  const findings: { rule: string; file: string; message: string }[] = []
  let fence: string | undefined
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (fence !== undefined) {
      const current = findings.at(-1)
      if (new RegExp(`^ {0,3}\`{${fence.length},}\\s*$`).test(line)) fence = undefined
      else if (current !== undefined) current.message += `${line}\n`
    } else if (/^`{3,}[a-z]*$/.test(line)) fence = line.replace(/[a-z]+$/, '')
    else if (line.startsWith('**')) {
      const [, rule, ticks = '', file] = /^\*\*\w+\*\* `([\w-]+)` at (`+)(.*)\2$/s.exec(line) ?? []
      if (rule === undefined || file === undefined) throw new Error(`no finding: ${line}`)
      const runs = file.match(/`+/g) ?? []
      if (runs.some((run) => run.length === ticks.length)) throw new Error(`the code ends: ${line}`)
      findings.push({
        rule,
        file: file.replace(/^ (.*) $/s, '$1').replace(/:\d+:\d+$/, ''),
        message: '',
      })
    } else if (!/^(?:|### connectly lint: [\w ,()]+|and \d+ more)$/.test(line)) {
      throw new Error(`a line of nobody: ${line}`)
    }
  }
  if (fence !== undefined) throw new Error('code stays open')
  return findings
}
