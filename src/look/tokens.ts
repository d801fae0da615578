/** The one source of the look: read by the stylesheets (config/look-sass.ts), by pages and by charts. Sizes are px at 375 width. */
export const colours = {
  paper: '#FAF5EA',
  card: '#FFFDF8',
  sunk: '#F3EBDB',
  line: '#E6DBC6',
  'line-2': '#CDBFA6',
  edge: '#8A7A66',
  ink: '#2A211B',
  'ink-2': '#675A4D',
  'on-ink': '#FFF8EA',
  leaf: '#2F5D43',
  'leaf-press': '#244A35',
  'leaf-tint': '#E4ECDD',
  seal: '#A8322A',
  'seal-press': '#8A261F',
  'seal-tint': '#F8E4DB',
  'on-seal': '#FFF3E4',
  bark: '#7D3F1E',
  sun: '#E9B44C',
  'sun-ink': '#7A5000',
  'sun-tint': '#FBECC9',
  cold: '#2B5B78',
  'cold-tint': '#DFEBF1',
  'season-cutoff': '#CFDDC3',
  'season-sticker': '#F0CF7E',
  'season-colouring': '#A8501F',
  'season-harvest': '#A8322A',
} as const

export type Colour = keyof typeof colours

export const fonts = {
  sans: "-apple-system, 'PingFang SC', 'HarmonyOS Sans SC', 'MiSans', 'Noto Sans CJK SC', system-ui, sans-serif",
  serif: "'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', serif",
} as const

export const shadows = {
  1: '0 1px 2px rgba(74, 48, 20, 0.06), 0 2px 8px rgba(74, 48, 20, 0.05)',
  2: '0 4px 16px rgba(74, 48, 20, 0.1)',
  3: '0 -4px 20px rgba(74, 48, 20, 0.09)',
} as const

export const radii = { tag: 4, thumb: 8, card: 12, prompt: 16, sheet: 20 } as const

/** Late-afternoon light from the upper left; ends in paper. */
export const orchardLight = 'radial-gradient(120% 90% at 12% 0%, #FFF1C4 0%, #FBE9C4 26%, #F8EEDA 58%, #FAF5EA 100%)'

export const ease = 'cubic-bezier(0.2, 0.7, 0.2, 1)'

/** Type styles: size / line height in px, weight, face. */
export const type = {
  display: [30, 40, 700, 'serif'],
  title: [22, 30, 700, 'serif'],
  section: [18, 26, 700, 'serif'],
  head: [16, 24, 600, 'sans'],
  body: [14, 22, 400, 'sans'],
  note: [12, 18, 400, 'sans'],
} as const
