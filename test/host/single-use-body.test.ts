import { afterEach, describe, expect, it, vi } from 'vitest'
import { singleUseBody } from '../../src/host/single-use-body.ts'

const text = '{"text":"Olá ✓"}'

function bodyOf() {
  const takes: string[] = []
  const body = singleUseBody(text, () => takes.push('taken'))
  const read = (): Promise<string> => new Response(body.init.body).text()
  return { ...body, takes, read }
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a body on Node', () => {
  it('is taken when it is read, and not before', async () => {
    const { takes, read, headers, withdraw } = bodyOf()
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(takes).toEqual([])

    expect(await read()).toBe(text)
    expect(takes).toEqual(['taken'])
    expect(headers).toEqual({ 'content-length': '19' })
    expect(withdraw()).toBe(false)
  })

  it('cannot be read once it was withdrawn', async () => {
    const { takes, read, withdraw, take } = bodyOf()

    expect(withdraw()).toBe(true)
    take()
    await expect(read()).rejects.toThrow('withdrawn')
    expect(withdraw()).toBe(true)
    expect(takes).toEqual([])
  })

  it('can be given away before it is read', async () => {
    const { takes, read, withdraw, take } = bodyOf()
    take()

    expect(withdraw()).toBe(false)
    expect(await read()).toBe(text)
    expect(takes).toEqual(['taken'])
  })
})

describe('a body elsewhere', () => {
  it.each(['Deno/2.5.0', 'Bun/1.3.0', 'Mozilla/5.0', undefined])(
    'is a text, and taken at once: %s',
    (userAgent) => {
      vi.stubGlobal('navigator', userAgent === undefined ? undefined : { userAgent })
      const { takes, init, headers, withdraw } = bodyOf()

      expect(init).toEqual({ body: text })
      expect(headers).toEqual({})
      expect(takes).toEqual(['taken'])
      expect(withdraw()).toBe(false)
    },
  )
})
