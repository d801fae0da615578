import { overlayStore } from '../../state/overlay'
import { useStore } from '../../state/store'
import { CameraSheet } from '../CameraSheet'
import { ConfirmSheet } from '../ConfirmSheet'
import { PaymentSheet } from '../PaymentSheet'

/** Draws the sheet that some act opened. Page holds one; only the page on top shows it. */
export function Overlays() {
  const open = useStore(overlayStore)
  switch (open?.kind) {
    case 'confirm':
      return <ConfirmSheet question={open.question} onDone={open.done} />
    case 'payment':
      return <PaymentSheet amount={open.amount} onDone={open.done} />
    case 'photo':
      return <CameraSheet onDone={open.done} />
    case undefined:
      return null
  }
}
