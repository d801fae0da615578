import { act, fireEvent } from '@testing-library/react'

/** Lets every answered call reach the page. */
export const settle = () => act(async () => undefined)

export function at(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(`nothing on the page has the id ${id}`)
  return found
}

export const has = (id: string) => document.getElementById(id) !== null

export async function tap(id: string): Promise<void> {
  fireEvent.click(at(id))
  await settle()
}

export function type(id: string, value: string): void {
  fireEvent.change(at(id), { target: { value } })
}

export const text = () => document.body.textContent ?? ''
