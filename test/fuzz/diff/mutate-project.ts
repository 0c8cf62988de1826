import type { Dice } from '../../helpers/legal-values.ts'
import { choiceMutations } from './choice-mutations.ts'
import { fileMutations } from './file-mutations.ts'
import type { ProjectData } from './project-data.ts'
import { randomProject } from './random-project.ts'
import { variableMutations } from './variable-mutations.ts'

/** A state of a project. */
export interface ProjectVersion {
  readonly files: ProjectData
  /** Whether the config turns `tracking` on. */
  readonly tracking: boolean
  /** How the files are written down. */
  readonly style: 'json' | 'yaml'
}

/** Two states of a project and how the second came about. */
export interface ProjectMutation {
  readonly before: ProjectVersion
  readonly after: ProjectVersion
  readonly mutations: readonly string[]
}

const mutations = { ...variableMutations, ...choiceMutations, ...fileMutations }
const names = Object.keys(mutations)

/** Makes a project by chance and changes nothing in it, one thing, or a few. */
export function mutateProject(roll: Dice): ProjectMutation {
  const files = randomProject(roll)
  const tracking = roll(4) === 0
  const before: ProjectVersion = { files, tracking, style: 'json' }
  const changed = structuredClone(files)
  const isTurned = roll(20) === 0
  const done = [...(isTurned ? ['turnTracking'] : []), ...mutate(changed, roll)]
  const after: ProjectVersion = {
    files: changed,
    tracking: tracking !== isTurned,
    style: roll(3) === 0 ? 'yaml' : 'json',
  }
  return { before, after, mutations: done }
}

function mutate(files: ProjectData, roll: Dice): readonly string[] {
  const done: string[] = []
  const several = roll(3) === 0 ? 1 + roll(2) : 0
  const count = roll(12) === 0 ? 0 : 1 + several
  for (let attempt = 0; done.length < count && attempt < 20; attempt++) {
    const name = names[roll(names.length)] ?? ''
    if (mutations[name]?.(files, roll) === true) done.push(name)
  }
  return done
}
