const tagForm = /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?$/i

/**
 * The usual spelling of a BCP 47 tag: language small, script with a capital, region in capitals. An
 * underscore, as other systems write it, is read as the hyphen that is meant.
 *
 * @returns undefined for what is no tag
 */
export function usualTag(text: string): string | undefined {
  const tag = text.replaceAll('_', '-')
  if (!tagForm.test(tag)) return undefined
  return tag
    .toLowerCase()
    .split('-')
    .map((part, index) => {
      if (index === 0) return part
      return part.length === 4 ? part.charAt(0).toUpperCase() + part.slice(1) : part.toUpperCase()
    })
    .join('-')
}
