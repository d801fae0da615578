import { existsSync } from 'node:fs'
import path from 'node:path'

const PROGRAM_FILES = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]

const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...PROGRAM_FILES.map((folder) => folder && path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
]

/** The browser for the end-to-end tests: CHROMIUM_PATH, or where Linux, macOS and Windows put it; null when there is none. */
export function findChromium(): string | null {
  return PLACES.find((place): place is string => Boolean(place) && existsSync(place as string)) ?? null
}

/** Start options that keep the browser to this machine. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
