/** Words in both languages; Chinese is the one a shopper sees first. */
export interface Words {
  zh: string
  en: string
}

export type Language = keyof Words

/** What goes into a sentence: a plain value, or words that differ by language. */
export type Params = Readonly<Record<string, string | number | Words>>

/** Fills `{name}` in both languages; words are put in by language. */
export function fill(words: Words, params: Params = {}): Words {
  const put = (language: Language) =>
    words[language].replace(/\{(\w+)\}/g, (whole, key: string) => {
      const value = params[key] ?? whole
      return typeof value === 'object' ? value[language] : String(value)
    })
  return { zh: put('zh'), en: put('en') }
}

/** Whether a text holds nothing to read: it is empty, blank, made of unseen marks, or of signs alone. */
export function saysNothing(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text)
}
