import type { ClaimView } from '../../../contract'
import type { PageProps } from '../../components/Page'

/** What each reply draws in its page: the claim, and where to go when it is sent. */
export interface ReplyProps {
  claim: ClaimView
  page: PageProps
  done: () => Promise<void>
}
