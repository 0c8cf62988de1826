import { type Config, defineConfig } from 'connectly-messages'

// The messages of this repository: documentation, demo and fixtures at once.
const config: Config = defineConfig({
  messages: ['messages/**/*.{yaml,yml}'],
  output: 'test/generated',
  locales: { default: 'en', all: ['en', 'es', 'pt-BR'], fallback: { 'pt-BR': ['es', 'en'] } },
  // Only three of the messages are translated.
  rules: { 'missing-locale': 'off' },
  senders: ['+14151111234'],
})

export default config
