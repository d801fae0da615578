import { useEffect, useState } from 'react'

/** The value once it has stayed the same for `ms`; null before, and null at once when there is none. */
export function useRested<T>(value: T | null, ms: number): T | null {
  const signature = JSON.stringify(value)
  const [rested, setRested] = useState<string>('null')
  useEffect(() => {
    if (signature === 'null') return setRested('null')
    const timer = setTimeout(() => setRested(signature), ms)
    return () => clearTimeout(timer)
  }, [signature, ms])
  return JSON.parse(rested) as T | null
}
