/** The files of a project that was written before anything looked at it: path → text. */
export function oldProject(): { readonly [path: string]: string } {
  const files: { [path: string]: string } = {
    'messages/late.yaml': `variables: { courier: string(12), order: string(9) }
message:
  text: Your parcel is late. What shall we do?
  replyButtonMessage:
    buttons:
      - { id: call, text: "Call {{ courier }}" }
      - { id: wait, text: Wait for it }
`,
    'messages/late.es.yaml': `message:
  text: Su paquete llega tarde. ¿Qué hacemos?
  replyButtonMessage:
    buttons:
      - { id: call, text: "A {{ courier }}" }
      - { id: wait, text: Esperar }
`,
  }
  for (let index = 1; index <= 10; index++) {
    files[`messages/sale-${index}.yaml`] =
      `message: { attachments: [{ type: image, url: "http://shop.example/${index}.gif" }] }\n`
  }
  for (const name of ['summer', 'winter', 'easter']) {
    files[`messages/old/${name}.yaml`] = `message:
  text: The ${name} collection is here
  replyButtonMessage:
    buttons:
      - { id: ${name}, text: Show me all of the ${name} collection }
`
  }
  return files
}
