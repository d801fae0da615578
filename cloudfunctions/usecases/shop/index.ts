import type { Handlers, ProceduresOf } from '../core/answer'
import { listInbox, readInbox } from '../core/inbox'
import { confirmSend, keepCold } from './answer-asking'
import { cancelOrder } from './cancel-order'
import { getProduct, listCatalogue } from './catalogue'
import { checkDesign } from './check-design'
import { checkPayment } from './check-payment'
import { claim, escalateClaim, sendBackGoods, withdrawClaim } from './claim'
import { confirmReceipt } from './confirm-receipt'
import { getOrder } from './get-order'
import { listOrders } from './list-orders'
import { getMe } from './me'
import { payOrder } from './pay-order'
import { placeOrder } from './place-order'
import { quote } from './quote'
import { listGlyphs } from '../stencils/glyphs'
import { seePictureStencil, seeStencil } from './see-stencil'
import { getPicture, registerPicture } from './register-picture'
import { grantSubscriptions, subscriptionTemplates } from './subscriptions'

/** What the shop function answers. */
export const shopHandlers: Handlers<ProceduresOf<'shop'>> = {
  'catalogue.list': listCatalogue,
  'catalogue.get': getProduct,
  'design.check': checkDesign,
  'design.glyphs': listGlyphs,
  'design.stencil': seeStencil,
  'picture.stencil': seePictureStencil,
  'picture.register': registerPicture,
  'picture.get': getPicture,
  'checkout.quote': quote,
  'orders.place': placeOrder,
  'orders.pay': payOrder,
  'orders.checkPayment': checkPayment,
  'orders.cancel': cancelOrder,
  'orders.list': listOrders,
  'orders.get': getOrder,
  'orders.confirmSend': confirmSend,
  'orders.keepCold': keepCold,
  'orders.confirmReceipt': confirmReceipt,
  'orders.claim': claim,
  'orders.withdrawClaim': withdrawClaim,
  'orders.escalateClaim': escalateClaim,
  'orders.sendBackGoods': sendBackGoods,
  'me.get': getMe,
  'subscriptions.grant': grantSubscriptions,
  'subscriptions.templates': subscriptionTemplates,
  'inbox.list': listInbox,
  'inbox.read': readInbox,
}
