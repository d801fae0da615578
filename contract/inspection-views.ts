import type { MachineRole, OpinionReason, OpinionVerdict } from '../domain/inspection/opinion'
import type { Instant } from '../domain/time'
import type { Words } from '../domain/words'

/** What the machine thinks of one photo of one fruit (I2). A person decides. */
export interface ComparisonView {
  id: string
  fruit: number
  verdict: OpinionVerdict
  /** 0 to 1: how sure it is that the fruit carries its design. */
  score: number
  reason: OpinionReason
  /**
   * The design it looks like instead: of another parcel, or, with `design`, another one of this parcel. So many `others`
   * carry it too.
   */
  looksLike: { code: string; orderNo: string; title: Words; design: number | null; others: number } | null
  /** The ordered design as it lies on the photo, SVG path data; and where it fails. Lengths in shares of the photo's width. */
  overlay: { path: string; ring: { x: number; y: number; r: number } | null } | null
  /** The photo, with a link that expires. Height as a share of the width. */
  photo: { fileId: string; url: string; height: number }
  /** Whether its opinion is only advice, or proposed as the decision. */
  role: MachineRole
  at: Instant
}

/** How inspection goes: the shop's own accuracy, and the machine's (B4, I2). */
export interface InspectionFigures {
  /** Days these figures look back. */
  days: number
  /** First inspections of parcels: all of it matched, some of it, none. */
  firstLook: { passed: number; partly: number; failed: number }
  /** How the machine's opinion stood to the person's decision. */
  machine: { agreed: number; differed: number; unsure: number }
  /** Decisions ever made with the machine's opinion at hand, and how many it needs before it proposes. */
  decisions: number
  needed: number
  role: MachineRole
}
