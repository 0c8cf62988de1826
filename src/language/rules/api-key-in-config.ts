import type { Rule } from './rule.ts'

/** Reported where the config is loaded. */
export const rule: Rule = {
  name: 'api-key-in-config',
  summary: 'The API key stands in the config.',
  why: 'A config is committed, copied and printed; whoever has the key can send in your name and at your cost.',
  severity: 'error',
  isLocked: true,
  examples: [
    {
      title: 'a config without secrets',
      path: 'connectly.config.yaml',
      yaml: `businessId: 3c6f9f3e-6f0e-4e0c-9f2e-1f6f5a0e7a11
`,
      reports: [],
    },
    {
      title: 'a key in the config',
      path: 'connectly.config.yaml',
      yaml: `apiKey: from-the-dashboard
`,
      reports: [
        '1:1 `apiKey` does not belong in a config: remove it, replace the key if it was committed, and pass it in the environment variable `CONNECTLY_API_KEY`',
      ],
    },
  ],
}
