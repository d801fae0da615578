import type { Handlers, ProceduresOf } from '../core/answer'
import { listInbox, readInbox } from '../core/inbox'
import { agree, getClaim, listClaims, receiveBack, refuseClaim, settleClaim } from './claims'
import { getDesk } from './desk'
import { mismatch, pass } from './inspect'
import { findByCode, listIntake, receive } from './intake'
import { listPacking, revealAddress } from './packing'
import { approve, getReview, listReviews, rejectOrder } from './review'
import { ship } from './ship'
import { listTroubles, retryTrouble } from './troubles'

/** What the merchant function answers. */
export const merchantHandlers: Handlers<ProceduresOf<'merchant'>> = {
  'desk.get': getDesk,
  'review.list': listReviews,
  'review.get': getReview,
  'review.approve': approve,
  'review.reject': rejectOrder,
  'intake.list': listIntake,
  'intake.find': findByCode,
  'intake.receive': receive,
  'intake.pass': pass,
  'intake.mismatch': mismatch,
  'packing.list': listPacking,
  'packing.address': revealAddress,
  'packing.ship': ship,
  'claims.list': listClaims,
  'claims.get': getClaim,
  'claims.agree': agree,
  'claims.refuse': refuseClaim,
  'claims.receiveBack': receiveBack,
  'claims.settle': settleClaim,
  'troubles.list': listTroubles,
  'troubles.retry': retryTrouble,
  'merchantInbox.list': listInbox,
  'merchantInbox.read': readInbox,
}
