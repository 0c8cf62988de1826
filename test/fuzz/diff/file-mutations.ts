import {
  baseOf,
  isVariant,
  type Mutation,
  onBase,
  onMessage,
  pick,
  replaceIn,
} from './project-data.ts'
import { addLocale, randomData, randomFile } from './random-project.ts'

/** Changes of texts, of what is sent along, and of which files there are. */
export const fileMutations: { readonly [name: string]: Mutation } = {
  changeText: onMessage((file) => replaceIn(file, /Hello|Hola/, 'Good day')),
  changeTextHere: (project, roll) => {
    const file = pick([...project.values()], roll)
    return file !== undefined && replaceIn(file, /Hello|Hola/, 'Good day')
  },
  spaceBraces: onMessage((file) => replaceIn(file, /\{\{ (\w+) \}\}/g, '{{$1}}')),
  removeMessage: (project, roll) => {
    const [path] = baseOf(project, roll) ?? []
    if (path === undefined || project.size < 2) return false
    for (const other of filesOf(path, project)) project.delete(other)
    return true
  },
  moveMessage: (project, roll) => {
    const [path] = baseOf(project, roll) ?? []
    if (path === undefined) return false
    for (const other of filesOf(path, project)) {
      project.set(`moved/${other}`, project.get(other) ?? {})
      project.delete(other)
    }
    return true
  },
  addMessage: (project, roll) => {
    if (project.has('extra.yaml')) return false
    project.set('extra.yaml', randomFile(roll))
    return true
  },
  copyMessage: onBase((file, _roll, _path, project) => {
    if (project.has('copy.yaml')) return false
    project.set('copy.yaml', structuredClone(file))
    return true
  }),
  addLocale: (project, roll) => {
    const [path] = baseOf(project, roll) ?? []
    return path !== undefined && addLocale(project, path, pick(['es', 'pt-BR'], roll))
  },
  removeLocale: (project, roll) => {
    const path = pick([...project.keys()].filter(isVariant), roll)
    return path !== undefined && project.delete(path)
  },
  changeData: onBase((file, roll) => {
    file['callbackData'] = randomData(file, roll)
    return true
  }),
  removeData: onBase((file) => {
    const had = file['callbackData'] !== undefined
    delete file['callbackData']
    return had
  }),
  changeFallback: (project, roll) => {
    const file = pick([...project.values()], roll)
    if (file === undefined) return false
    if (file['fallback'] !== undefined) delete file['fallback']
    else file['fallback'] = { templateName: 'late', language: 'en' }
    return true
  },
  changeCampaign: onBase((file, roll) => {
    file['campaignName'] = pick(['spring', 'autumn'], roll)
    return true
  }),
}

/** All files of a message. */
function filesOf(path: string, project: ReadonlyMap<string, unknown>): readonly string[] {
  const stem = path.replace(/yaml$/, '')
  return [...project.keys()].filter((other) => other === path || other.startsWith(stem))
}
