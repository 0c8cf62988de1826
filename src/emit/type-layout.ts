import { formatComment } from './comment.ts'
import { lineWidth, memberName } from './literal.ts'

/** A type before it is laid out in lines. */
export type TypeShape =
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'union'; readonly members: readonly string[] }
  | { readonly type: 'list'; readonly items: TypeShape }
  | { readonly type: 'tuple'; readonly items: readonly TypeShape[] }
  | { readonly type: 'object'; readonly members: readonly TypeMember[] }

/** One property of an object type. */
export interface TypeMember {
  readonly name: string
  readonly isOptional: boolean
  readonly shape: TypeShape
  /** What its author wrote of it, and tags of ours. */
  readonly comment?: { readonly text: string; readonly tags: readonly string[] }
}

/** Writes the members of an object type, one a line, with their comments. */
export function formatMembers(members: readonly TypeMember[], indent: number): string {
  return members
    .flatMap((member) => {
      const { comment } = member
      const head = `${' '.repeat(indent)}${memberHead(member)}`
      const shape = formatShape(member.shape, indent, head.length)
      const line = (shape.startsWith('\n') ? head.trimEnd() : head) + shape
      return comment === undefined
        ? [line]
        : [formatComment(comment.text, { indent, tags: comment.tags }), line]
    })
    .join('\n')
}

/** Writes a union of literal types: on one line, or one member a line where that is too long. */
export function formatUnion(members: readonly string[], indent: number, column: number): string {
  const inline = members.join(' | ')
  if (members.length === 1 || column + inline.length <= lineWidth) return inline
  return brokenUnion(members, indent)
}

function memberHead(member: TypeMember): string {
  return `readonly ${memberName(member.name)}${member.isOptional ? '?' : ''}: `
}

function formatShape(shape: TypeShape, indent: number, column: number): string {
  const inline = inlineShape(shape)
  if (column + inline.length <= lineWidth && !hasComments(shape)) return inline
  return brokenShape(shape, indent, column)
}

function inlineShape(shape: TypeShape): string {
  switch (shape.type) {
    case 'name':
      return shape.name
    case 'union':
      return shape.members.join(' | ')
    case 'list': {
      const items = inlineShape(shape.items)
      return needsParentheses(shape.items) ? `readonly (${items})[]` : `readonly ${items}[]`
    }
    case 'tuple':
      return `readonly [${shape.items.map(inlineShape).join(', ')}]`
    case 'object': {
      const members = shape.members.map((member) => memberHead(member) + inlineShape(member.shape))
      return `{ ${members.join('; ')} }`
    }
  }
}

function brokenShape(shape: TypeShape, indent: number, column: number): string {
  const margin = ' '.repeat(indent)
  switch (shape.type) {
    case 'name':
      return shape.name
    case 'union':
      return formatUnion(shape.members, indent, column)
    case 'list': {
      const { items } = shape
      if (items.type === 'union' && items.members.length > 1) {
        return `readonly (${brokenUnion(items.members, indent)}\n${margin})[]`
      }
      const text = brokenShape(items, indent, column)
      return needsParentheses(items) ? `readonly (${text})[]` : `readonly ${text}[]`
    }
    case 'tuple': {
      const items = shape.items.map(
        (item) => `${margin}  ${formatShape(item, indent + 2, indent + 2)},\n`,
      )
      return `readonly [\n${items.join('')}${margin}]`
    }
    case 'object':
      return `{\n${formatMembers(shape.members, indent + 2)}\n${margin}}`
  }
}

function brokenUnion(members: readonly string[], indent: number): string {
  const margin = ' '.repeat(indent + 2)
  return members.map((member) => `\n${margin}| ${member}`).join('')
}

function needsParentheses(items: TypeShape): boolean {
  return items.type === 'list' || (items.type === 'union' && items.members.length > 1)
}

function hasComments(shape: TypeShape): boolean {
  if (shape.type === 'list') return hasComments(shape.items)
  if (shape.type !== 'object') return false
  return shape.members.some((member) => member.comment !== undefined || hasComments(member.shape))
}
