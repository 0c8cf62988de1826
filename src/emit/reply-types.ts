import type { Reference } from '../model/bounds.ts'
import { isObject, type JsonValue } from '../model/json.ts'
import type { Overlap } from '../model/reply-table.ts'
import type { Path } from '../model/source.ts'
import { wholeVariable } from '../model/template.ts'
import { commentText } from './comment.ts'
import { inlineLiteral, stringLiteral } from './literal.ts'
import { callbackReferencesOf, type MessageChoice, nameOf } from './reply-choices.ts'
import type { OfferingMessage } from './reply-data.ts'
import type { TypeMember, TypeShape } from './type-layout.ts'
import { scalarShape } from './variable-types.ts'

/** A message with what can be tapped in it and the types of its variables. */
export interface TypedOffering extends OfferingMessage {
  readonly members: readonly TypeMember[]
}

/** The members of the type of all replies: what can be tapped, message by message. */
export function replyTypeMembers(
  messages: readonly TypedOffering[],
  overlaps: ReadonlyMap<MessageChoice, Overlap>,
): readonly TypeMember[] {
  return messages
    .filter(({ choices }) => choices.length > 0)
    .map((offering) => {
      const { message, choices } = offering
      return member(
        message.name,
        objectOf([
          member('callbackData', callbackShape(offering)),
          member(
            'choices',
            objectOf(
              choices.map((choice) => ({
                ...member(choice.id, choiceShape(choice, overlaps.get(choice))),
                ...retirementOf(choice),
              })),
            ),
          ),
        ]),
      )
    })
}

function member(name: string, shape: TypeShape): TypeMember {
  return { name, shape, isOptional: false }
}

function objectOf(members: readonly TypeMember[]): TypeShape {
  return members.length === 0
    ? { type: 'name', name: 'Record<never, never>' }
    : { type: 'object', members }
}

function choiceShape({ type, references }: MessageChoice, overlap: Overlap | undefined): TypeShape {
  return objectOf([
    member('type', nameShape(stringLiteral(type))),
    member('keys', keysShape(references)),
    ...(overlap === undefined ? [] : [member('overlap', nameShape(stringLiteral(overlap)))]),
  ])
}

function retirementOf({ retired }: MessageChoice): Pick<TypeMember, 'comment'> {
  if (retired === undefined) return {}
  const text = commentText(`Not offered since ${retired.date}: ${retired.reason}`)
  return { comment: { text, tags: [] } }
}

/** `parcel.id` becomes `{ parcel: { id } }`. */
function keysShape(references: readonly Reference[]): TypeShape {
  const byFirst = Map.groupBy(references, ({ names }) => names[0] ?? '')
  return objectOf([...byFirst].map(([name, group]) => member(name, keyShape(group, 1))))
}

function keyShape(references: readonly Reference[], depth: number): TypeShape {
  const inner = references.filter(({ names }) => names.length > depth)
  if (inner.length === 0) {
    return unionOf(references.map(({ declaration }) => scalarShape(declaration)))
  }
  const byName = Map.groupBy(inner, ({ names }) => names[depth] ?? '')
  return objectOf([...byName].map(([name, group]) => member(name, keyShape(group, depth + 1))))
}

/** Of scalars: nothing else stands in an id. */
function unionOf(shapes: readonly TypeShape[]): TypeShape {
  const names = shapes.flatMap((shape) => {
    if (shape.type === 'union') return shape.members
    return shape.type === 'name' ? [shape.name] : []
  })
  const [only, ...others] = new Set(names)
  return others.length === 0 && only !== undefined
    ? nameShape(only)
    : { type: 'union', members: [...new Set(names)] }
}

/** The type that a variable has in the type of the variables, without its comments. */
function declaredShape({ declaredAt }: Reference, members: readonly TypeMember[]): TypeShape {
  return withoutComments(shapeAt({ type: 'object', members }, declaredAt.slice(1)))
}

/** Follows a path of declarations: names, `items`, and `properties` before a name. */
function shapeAt(shape: TypeShape, [step, ...rest]: Path): TypeShape {
  if (step === undefined) return shape
  if (shape.type === 'list') return shapeAt(shape.items, rest)
  if (shape.type !== 'object') return nameShape('never')
  const [name, inner] =
    step === 'properties' && rest.length > 0 ? [rest[0], rest.slice(1)] : [step, rest]
  const found = shape.members.find((candidate) => candidate.name === name)
  return found === undefined ? nameShape('never') : shapeAt(found.shape, inner)
}

function withoutComments(shape: TypeShape): TypeShape {
  if (shape.type === 'list') return { type: 'list', items: withoutComments(shape.items) }
  if (shape.type !== 'object') return shape
  return objectOf(shape.members.map(({ name, shape: own }) => member(name, withoutComments(own))))
}

function callbackShape({ message, members }: TypedOffering): TypeShape {
  const { callbackData } = message
  if (callbackData === undefined) return nameShape('undefined')
  const shapes = new Map(
    callbackReferencesOf(message).map((reference) => [
      nameOf(reference),
      declaredShape(reference, members),
    ]),
  )
  return dataShape(callbackData, shapes)
}

function dataShape(value: JsonValue, shapes: ReadonlyMap<string, TypeShape>): TypeShape {
  if (typeof value === 'string') return textShape(value, shapes)
  if (Array.isArray(value)) {
    return { type: 'tuple', items: value.map((item: JsonValue) => dataShape(item, shapes)) }
  }
  if (!isObject(value)) return nameShape(inlineLiteral(value))
  return objectOf(
    Object.entries(value).map(([key, child]) => member(key, dataShape(child, shapes))),
  )
}

function textShape(text: string, shapes: ReadonlyMap<string, TypeShape>): TypeShape {
  const names = wholeVariable(text)
  if (names !== undefined) return shapes.get(names.join('.')) ?? nameShape('never')
  return nameShape(text.includes('{{') ? 'string' : stringLiteral(text))
}

function nameShape(name: string): TypeShape {
  return { type: 'name', name }
}
