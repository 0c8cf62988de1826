import type { Dice } from '../../helpers/legal-values.ts'

/** A message file as data that can be changed. */
export interface FileData {
  [key: string]: unknown
}

/** Path below the messages folder → file. */
export type ProjectData = Map<string, FileData>

/** A change of a project; whether there was anything to change. */
export type Mutation = (project: ProjectData, roll: Dice) => boolean

/** One of a list, by chance. */
export function pick<T>(list: readonly [T, ...T[]], roll: Dice): T
export function pick<T>(list: readonly T[], roll: Dice): T | undefined
export function pick<T>(list: readonly T[], roll: Dice): T | undefined {
  return list[roll(list.length)]
}

/** Whether something is a mapping. */
export function isRecord(value: unknown): value is FileData {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The mapping at some keys; an empty one that belongs to nothing where there is none. */
export function objectAt(holder: FileData, ...keys: readonly string[]): FileData {
  let found: unknown = holder
  for (const key of keys) found = isRecord(found) ? found[key] : undefined
  return isRecord(found) ? found : {}
}

/** The list at a key; an empty one that belongs to nothing where there is none. */
export function listAt(holder: FileData, key: string): FileData[] {
  const list = holder[key]
  return Array.isArray(list) ? list : []
}

/** Buttons, or the rows of the first section. */
export function choicesIn(file: FileData): FileData[] {
  const buttons = listAt(objectAt(file, 'message', 'replyButtonMessage'), 'buttons')
  const [section] = sectionsIn(file)
  return buttons.length > 0 ? buttons : listAt(section ?? {}, 'rows')
}

/** The sections of a list. */
export function sectionsIn(file: FileData): FileData[] {
  return listAt(objectAt(file, 'message', 'listMessage'), 'sections')
}

/** A message's file without a locale, with its path. */
export function baseOf(project: ProjectData, roll: Dice): readonly [string, FileData] | undefined {
  return pick(
    [...project].filter(([path]) => !isVariant(path)),
    roll,
  )
}

/** Whether a path names a locale. */
export function isVariant(path: string): boolean {
  return /\.[\w-]+\.yaml$/.test(path)
}

/** Does something to every file of a message, so that its locales stay alike. */
export function eachOf(project: ProjectData, path: string, change: (file: FileData) => void): void {
  const stem = path.replace(/yaml$/, '')
  for (const [other, file] of project) {
    if (other === path || other.startsWith(stem)) change(file)
  }
}

/** Changes the message of a file in all of its locales, with the same throws for each. */
export function onMessage(change: (file: FileData, roll: Dice) => boolean): Mutation {
  return (project, roll) => {
    const [path] = baseOf(project, roll) ?? []
    if (path === undefined) return false
    const thrown: number[] = []
    let isChanged = false
    eachOf(project, path, (file) => {
      let index = 0
      const replay: Dice = (sides) => {
        const value = thrown[index] ?? roll(1_000_000)
        thrown[index++] = value
        return value % sides
      }
      if (change(file, replay)) isChanged = true
    })
    return isChanged
  }
}

/** Changes a message's file without a locale, where the variables and the data stand. */
export function onBase(
  change: (file: FileData, roll: Dice, path: string, project: ProjectData) => boolean,
): Mutation {
  return (project, roll) => {
    const [path, file] = baseOf(project, roll) ?? []
    return path !== undefined && file !== undefined && change(file, roll, path, project)
  }
}

/** Replaces something wherever it is written in a file; whether it was. */
export function replaceIn(file: FileData, from: RegExp, to: string): boolean {
  const before = JSON.stringify(file)
  const after = before.replace(from, to)
  Object.assign(file, JSON.parse(after))
  return before !== after
}
