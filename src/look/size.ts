/** A length of the 375-wide layout for an inline style: stylesheets get this from the build, inline styles do not. */
export const px = (length: number) => (process.env.TARO_ENV === 'weapp' ? `${length * 2}rpx` : `${length}px`)

/** Address of a file under src/assets/: absolute in a mini-program, beside the page in a browser. */
export const asset = (path: string) => (process.env.TARO_ENV === 'h5' ? `assets/${path}` : `/assets/${path}`)

/** Address of a file under src/<package>/assets/, which comes with that subpackage. */
export const packaged = (name: string, path: string) =>
  process.env.TARO_ENV === 'h5' ? `${name}/assets/${path}` : `/${name}/assets/${path}`

/** Px a canvas needs for a length of the 375-wide layout: two for each, as our pictures have. */
export const canvasPx = (length: number) => Math.round(length * 2)

/** An SVG as an address for an Image. */
export const svgSrc = (svg: string) => `data:image/svg+xml,${encodeURIComponent(svg)}`

/** An SVG as an address for an inline background. */
export const svgUri = (svg: string) => `url("${svgSrc(svg)}")`
