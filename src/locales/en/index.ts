import { app } from './app'
import { home } from './home'
import { studio } from './studio'
import { product } from './product'
import { checkout } from './checkout'
import { orders } from './orders'
import { order } from './order'
import { me } from './me'
import { inbox } from './inbox'

export const en = {
  app,
  home,
  studio,
  product,
  checkout,
  orders,
  order,
  me,
  inbox,
}
