import { useState } from 'react'
import { call } from '../../cloud/door'
import { t } from '../../locales/for-staff'
import { useAction } from '../../state/action'
import type { CallError } from '../../cloud/call-error'
import { asCallError } from '../../cloud/call-error'
import { open } from '../../staff/go'

export interface Find {
  code: string
  write: (code: string) => void
  /** Under the field: what is wrong with the code, in the server's words. */
  problem: string | undefined
  busy: boolean
  /** Says under the field why there is no code to look for. */
  refuse: (problem: string) => void
  search: (code?: string) => Promise<void>
}

const codeProblems = ['IMPRINT_CODE_UNKNOWN', 'IMPRINT_CODE_MISTYPED', 'FULFILMENT_UNKNOWN']

/** Finds a parcel by its imprint code and opens the bench with it. The server forgives case, spaces and look-alikes. */
export function useFind(first: string): Find {
  const [code, setCode] = useState(first)
  const [problem, setProblem] = useState<string>()
  const searching = useAction(async (_key: string, wanted: string) => {
    try {
      const found = await call('intake.find', { code: wanted })
      // Busy until the bench stands: a second tap would open it twice.
      await open('merchant/bench', { id: found.id })
    } catch (error) {
      const failure: CallError = asCallError(error)
      if (!codeProblems.includes(failure.code) && failure.field !== 'code') throw failure
      setProblem(failure.message)
    }
  })
  return {
    code,
    problem,
    busy: searching.busy,
    refuse: setProblem,
    write(next) {
      setCode(next)
      setProblem(undefined)
    },
    async search(given = code) {
      if (given.trim() === '') setProblem(t('intake.codeMissing'))
      else await searching.run(given.trim())
    },
  }
}
