/** Words in both languages; Chinese is the one a shopper sees first. */
export interface Words {
  zh: string
  en: string
}

export type Language = keyof Words

/** Fills `{name}` in both languages. */
export function fill(words: Words, params: Record<string, string | number> = {}): Words {
  const put = (text: string) => text.replace(/\{(\w+)\}/g, (whole, key: string) => String(params[key] ?? whole))
  return { zh: put(words.zh), en: put(words.en) }
}
