import { colours, ease, fonts, orchardLight, radii, shadows, type } from '../src/look/tokens'
import { icons } from '../src/look/icons'

const iconUri = (paths: string) =>
  'data:image/svg+xml,' +
  encodeURIComponent(
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='#000' stroke-width='1.5' stroke-linecap='round' stroke-linejoin='round'>${paths.replace(/"/g, "'")}</svg>`,
  )
    .replace(/%20/g, ' ')
    .replace(/%3D/g, '=')
    .replace(/%3A/g, ':')
    .replace(/%2F/g, '/')
    .replace(/%2C/g, ',')

/**
 * Sass that every stylesheet starts with: `$leaf`, `$serif`, `$shadow-1`, `$radius-card`, `@include text(note)`, and the
 * mixin that writes the icon classes and custom properties (used once, by app.scss). It emits no CSS by itself.
 */
export function sassTokens(): string {
  const variables = [
    ...Object.entries(colours).map(([name, value]) => `$${name}: ${value};`),
    ...Object.entries(fonts).map(([name, value]) => `$${name}: ${value};`),
    ...Object.entries(shadows).map(([name, value]) => `$shadow-${name}: ${value};`),
    ...Object.entries(radii).map(([name, value]) => `$radius-${name}: ${value}px;`),
    `$orchard-light: ${orchardLight};`,
    `$ease: ${ease};`,
  ]
  const styles = Object.entries(type).map(
    ([name, [size, line, weight, face]], at) =>
      `@${at ? 'else if' : 'if'} $style == ${name} { font-size: ${size}px; line-height: ${line}px; font-weight: ${weight};${face === 'serif' ? ' font-family: $serif;' : ''} }`,
  )
  const properties = Object.entries(colours).map(([name, value]) => `--${name}: ${value};`)
  const iconClasses = Object.entries(icons).map(([name, paths]) => {
    const uri = `url("${iconUri(paths)}")`
    return `.icon-${name} { -webkit-mask-image: ${uri}; }`
  })
  return [
    ...variables,
    `@mixin text($style) { ${styles.join(' ')} }`,
    `@mixin custom-properties { ${properties.join(' ')} }`,
    `@mixin icon-classes { ${iconClasses.join('\n')} }`,
    '',
  ].join('\n')
}
