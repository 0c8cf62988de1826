import {
  choicesIn,
  eachOf,
  type FileData,
  isRecord,
  listAt,
  type Mutation,
  objectAt,
  onBase,
  onMessage,
  pick,
  replaceIn,
  sectionsIn,
} from './project-data.ts'

/** Changes of what customers can tap. */
export const choiceMutations: { readonly [name: string]: Mutation } = {
  changeId: onMessage((file, roll) => {
    const choice = pick(choicesIn(file), roll)
    if (choice === undefined || String(choice['id']).includes('item')) return false
    choice['id'] = pick(['call', 'other', 'go:{{ key }}', 'go:7', '7', 'all', 'former'], roll)
    return true
  }),
  changeEachId: onMessage((file, roll) => {
    const choice = choicesIn(file).find(({ $each }) => $each !== undefined)
    if (choice === undefined) return false
    const ids = ['item-{{ item.id }}', '{{ item.id }}', 'item:{{ item.id }}:x'] as const
    choice['id'] = pick([...ids, 'item:{{ item.name }}', 'item:1{{ item.id }}'], roll)
    return true
  }),
  changeLabel: onMessage((file, roll) => {
    const choice = pick(choicesIn(file), roll)
    if (choice === undefined || String(choice['text']).includes('{{')) return false
    choice['text'] = pick(['Ring us', 'Call', 'Wait on'], roll)
    return true
  }),
  changeLabelHere: (project, roll) => {
    const file = pick([...project.values()], roll)
    const choice = file === undefined ? undefined : pick(choicesIn(file), roll)
    if (choice === undefined || String(choice['text']).includes('{{')) return false
    choice['text'] = pick(['Ring us', 'Stop', 'Wait on'], roll)
    return true
  },
  swapLabels: onMessage((file) => {
    const [first, second] = choicesIn(file)
    if (first === undefined || second === undefined) return false
    if (`${first['text']}${second['text']}`.includes('{{')) return false
    ;[first['text'], second['text']] = [second['text'], first['text']]
    return true
  }),
  removeChoice: onMessage((file, roll) => {
    const choices = choicesIn(file)
    if (choices.length < 2) return false
    choices.splice(roll(choices.length), 1)
    return true
  }),
  retireChoice: onBase((file, roll, path, project) => {
    const choices = choicesIn(file)
    if (choices.length < 2) return false
    const index = roll(choices.length)
    const id = choices[index]?.['id']
    eachOf(project, path, (one) => choicesIn(one).splice(index, 1))
    retire(file, id)
    return true
  }),
  renameChoice: onBase((file, roll, path, project) => {
    const choices = choicesIn(file)
    const index = roll(Math.max(1, choices.length))
    const id = choices[index]?.['id']
    if (id === undefined) return false
    const fresh = pick(['fresh', 'call', 'wait'], roll)
    eachOf(project, path, (one) => {
      const choice = choicesIn(one)[index]
      if (choice !== undefined) choice['id'] = String(id).includes('item') ? `fresh:${id}` : fresh
    })
    retire(file, id)
    return true
  }),
  forgetRetired: onBase((file) => {
    const had = file['retired'] !== undefined
    delete file['retired']
    return had
  }),
  offerAgain: onBase((file, _roll, path, project) => {
    const [retired] = listAt(file, 'retired')
    if (retired === undefined) return false
    delete file['retired']
    eachOf(project, path, (one) => choicesIn(one).push({ id: retired['id'], text: 'Back again' }))
    return true
  }),
  addChoice: onMessage((file, roll) => {
    const choices = choicesIn(file)
    if (choices.length === 0) return false
    choices.push({ id: pick(['new', '7', 'go:7', 'item:all', 'call'], roll), text: 'Newer' })
    return true
  }),
  changeCondition: onMessage((file, roll) => {
    const choice = pick(choicesIn(file), roll)
    if (choice === undefined || choice['$each'] !== undefined) return false
    if (choice['$if'] !== undefined) delete choice['$if']
    else choice['$if'] = pick(['flag', 'not flag'], roll)
    return true
  }),
  reorder: onMessage((file) => choicesIn(file).reverse().length > 1),
  moveRow: onMessage((file) => {
    const [from, to] = sectionsIn(file).map((section) => listAt(section, 'rows'))
    if (from === undefined || to === undefined) return false
    const row = from.length > 1 ? from.pop() : undefined
    if (row !== undefined) to.unshift(row)
    return row !== undefined
  }),
  moveSection: onMessage((file) => sectionsIn(file).reverse().length > 1),
  becomeList: onMessage((file) => {
    const message = objectAt(file, 'message')
    const { replyButtonMessage: old } = message
    if (!isRecord(old)) return false
    delete message['replyButtonMessage']
    const sections = [{ title: 'All', rows: listAt(old, 'buttons') }]
    message['listMessage'] = { button: { text: 'Choose' }, sections }
    return true
  }),
  renameLoop: onMessage((file) => {
    const isChanged = replaceIn(file, /item in items/g, 'one in items')
    replaceIn(file, /\{\{ item\./g, '{{ one.')
    return isChanged
  }),
}

/** Lists an id as one that is not offered any more. */
function retire(file: FileData, id: unknown): void {
  const items = objectAt(file, 'variables', 'items', 'items')
  const own = String(id).includes('item.') ? { variables: { item: structuredClone(items) } } : {}
  file['retired'] = [
    ...listAt(file, 'retired'),
    { id, reason: 'Not wanted.', date: '2026-03-01', ...own },
  ]
}
