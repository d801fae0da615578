/** A canvas node as WeChat gives it, which notes what is painted on it, with the alpha it is painted with. */
export function newCanvas({ readable = true } = {}) {
  const log: string[] = []
  const frames: (() => void)[] = []
  const loaded: string[] = []
  const set: Record<string, unknown> = { globalAlpha: 1 }

  function note(name: string, args: { name?: string }[]): void {
    const alpha = Number(set.globalAlpha).toFixed(2)
    if (name === 'drawImage') log.push(`${args[0].name} ${alpha}`)
    else if (name === 'fillText') log.push(`text ${String(args[0])}`)
    else log.push(name === 'fill' ? `fill ${alpha}` : name)
  }

  const pen = new Proxy(set, {
    get: (_, name: string) => {
      if (name in set) return set[name]
      return (...args: { name?: string }[]) => {
        note(name, args)
        if (name === 'measureText') return { width: String(args[0]).length * 44 }
        return name === 'createRadialGradient' ? { addColorStop: () => undefined } : undefined
      }
    },
  })

  class Picture {
    onload?: () => void
    onerror?: () => void
    name = ''
    set src(src: string) {
      loaded.push(src)
      this.name = src.replace(/^.*\/|\.png$/g, '')
      queueMicrotask(() => (readable ? this.onload?.() : this.onerror?.()))
    }
  }

  return {
    node: {
      ...{ width: 0, height: 0 },
      getContext: () => pen,
      createImage: () => new Picture(),
      requestAnimationFrame: (work: () => void) => frames.push(work),
    },
    log,
    frames,
    loaded,
    /** The screen is painted. */
    paint: () => frames.splice(0).forEach((frame) => frame()),
    pictures: () => log.filter((entry) => /^\w+-\w+ /.test(entry)),
    fills: () => log.filter((entry) => entry.startsWith('fill ')),
    texts: () => log.filter((entry) => entry.startsWith('text ')).map((entry) => entry.slice(5)),
  }
}
