import type { Handlers, ProceduresOf } from '../core/answer'
import { listInbox, readInbox } from '../core/inbox'
import { compare } from '../inspection/compare'
import { inspectionFigures } from '../inspection/figures'
import { agree, getClaim, listClaims, receiveBack, refuseClaim, settleClaim } from './claims'
import { getDesk } from './desk'
import { redo, refund, replace } from './escalated'
import { judge, mismatch, pass, passGood } from './inspect'
import { findByCode, getBench, listIntake, receive } from './intake'
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
  'intake.get': getBench,
  'intake.compare': compare,
  'intake.judge': judge,
  'intake.pass': pass,
  'intake.passGood': passGood,
  'intake.mismatch': mismatch,
  'intake.figures': inspectionFigures,
  'intake.redo': redo,
  'intake.replace': replace,
  'intake.refund': refund,
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
