import { existsSync } from 'node:fs'
import type { BaselineEntry } from '../emit/baseline.ts'
import { parseDocument } from '../language/document.ts'
import { isObject } from '../model/json.ts'
import { findJsonFault } from '../model/json-fault.ts'
import type { Path, Range, Source } from '../model/source.ts'
import { ConfigError } from './config-error.ts'
import { type FilePath, readSource } from './read-source.ts'

/**
 * Reads a baseline; undefined where there is no such file.
 * @throws {@link ConfigError} that says where it is broken
 */
export function readBaseline(file: FilePath): readonly BaselineEntry[] | undefined {
  if (!existsSync(file.absolute)) return undefined
  const read = readSource(file)
  if ('diagnostic' in read) throw new ConfigError([read.diagnostic])
  const { source } = read
  const fault = findJsonFault(source.text)
  if (fault !== undefined) {
    const end = Math.min(fault.offset + 1, source.text.length)
    throw broken(source, `the baseline is broken: ${fault.message}`, { start: fault.offset, end })
  }
  const value: unknown = JSON.parse(source.text.replace(/^\uFEFF/, ''))
  const fail = (path: Path, message: string): never => {
    throw broken(source, `the baseline is broken: ${message}`, parseDocument(source).rangeAt(path))
  }
  if (!isObject(value)) return fail([], 'a mapping is due')
  if (value['version'] !== 1) return fail(['version'], '`version: 1` is all that is known')
  const { findings } = value
  if (!Array.isArray(findings)) return fail(['findings'], '`findings` is a list')
  return findings.map((item: unknown, index) => {
    return readEntry(item) ?? fail(['findings', index], wanted)
  })
}

const wanted = 'a finding has the texts `file`, `rule`, `fingerprint` and `message`'

function readEntry(item: unknown): BaselineEntry | undefined {
  if (!isObject(item)) return undefined
  const { file, rule, fingerprint, path, message } = item
  const isKnown = typeof fingerprint === 'string' && /^[0-9a-f]{16}$/.test(fingerprint)
  if (!isKnown || typeof file !== 'string' || typeof rule !== 'string') return undefined
  if (typeof message !== 'string') return undefined
  return { file, rule, fingerprint, ...(typeof path === 'string' ? { path } : {}), message }
}

function broken({ path, text }: Source, message: string, range: Range): ConfigError {
  const rule = 'invalid-config'
  return new ConfigError([{ file: path, rule, severity: 'error', message, range, path: [] }], {
    source: { path, text },
  })
}
