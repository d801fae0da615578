import { roomNeeded } from '../../../domain/imprint/imprint'

// Birthdays, weddings, the new year, thanks, and every day.
const WORDS = [
  '福',
  '生日快乐',
  '平安喜乐',
  '囍',
  '花好月圆',
  '大吉',
  '前程似锦',
  '谢谢您',
  '团圆',
  '岁岁平安',
  '百年好合',
  'LOVE',
] as const

/** Words to begin with, as many as fit the fruit. */
export const suggestionsFor = (max: number): string[] => WORDS.filter((words) => roomNeeded(words) <= max)

/** Whether a text is one of them, so that nothing of the shopper's own is lost by taking another. */
export const isSuggestion = (text: string): boolean => text === '' || WORDS.some((words) => words === text)
