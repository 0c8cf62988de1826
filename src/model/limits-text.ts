/** A message that is a text and nothing else. */
export const textLimits = {
  messageTextLength: {
    id: 'message-text-length',
    fields: ['message.text@text'],
    kind: 'length',
    subject: 'message text',
    min: 1,
    max: 4096,
    unit: 'characters',
    severity: 'error',
    refused: true,
  },
  messageTextNonBlank: {
    id: 'message-text-non-blank',
    fields: ['message.text@text'],
    kind: 'non-blank',
    subject: 'message text',
    min: 1,
    unit: 'characters',
    severity: 'error',
    refused: true,
  },
} as const
