import { expect, it } from 'vitest'
import { generateSandboxGuide } from '../helpers/generate-sandbox-guide.ts'

it('matches the guide in the repository', async () => {
  await expect(generateSandboxGuide()).toMatchFileSnapshot('../../src/host/sandbox.md')
})
