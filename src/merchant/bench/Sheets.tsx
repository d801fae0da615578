import { FruitSheet } from './FruitSheet'
import { MismatchSheet } from './MismatchSheet'
import { suggestionsFor } from './reasons'
import { SplitSheet } from './SplitSheet'
import type { BenchWork } from './use-bench'

/** The sheet that is open over the bench, if one is. */
export function Sheets({ work }: { work: BenchWork }) {
  const { parcel, act, question, fruit, look } = work
  const close = () => work.ask(null)
  if (!parcel) return null
  const suggestions = suggestionsFor(look?.comparison)
  switch (question) {
    case 'fruit':
      return (
        <FruitSheet
          fruit={fruit}
          suggestions={suggestions}
          busy={act.judge.busy}
          error={act.judge.error?.message}
          onClose={close}
          onAct={(reason) => void act.judge.run('inconsistent', reason)}
        />
      )
    case 'whole':
      return (
        <MismatchSheet
          parcel={parcel}
          suggestions={suggestions}
          photo={look?.url}
          busy={act.mismatch.busy}
          error={act.mismatch.error?.message}
          onTake={() => {
            close()
            work.openCamera()
          }}
          onClose={close}
          onAct={(reason) => void act.mismatch.run(reason)}
        />
      )
    case 'split':
      return (
        <SplitSheet
          parcel={parcel}
          busy={act.passGood.busy}
          error={act.passGood.error?.message}
          onClose={close}
          onAct={() => void act.passGood.run()}
        />
      )
    default:
      return null
  }
}
