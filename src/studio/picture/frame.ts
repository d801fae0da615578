import { useEffect, useRef, useState } from 'react'

/** About a frame of a phone that also draws the fruit, ms. */
const FRAME_MS = 32

/** The value, renewed at most once a frame while it changes under a finger. */
export function useFrame<T>(value: T): T {
  const [shown, setShown] = useState(value)
  const latest = useRef(value)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  latest.current = value
  useEffect(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      setShown(latest.current)
    }, FRAME_MS)
  }, [value])
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
    },
    [],
  )
  return shown
}
