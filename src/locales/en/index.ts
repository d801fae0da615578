import { app } from './app'
import { home } from './home'
import { studio } from './studio'
import { product } from './product'
import { checkout } from './checkout'
import { orders } from './orders'
import { order } from './order'
import { me } from './me'
import { inbox } from './inbox'
import { staff } from './staff'
import { desk } from './desk'
import { review } from './review'
import { intake } from './intake'
import { bench } from './bench'
import { packing } from './packing'
import { week } from './week'
import { job } from './job'

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
  staff,
  desk,
  review,
  intake,
  bench,
  packing,
  week,
  job,
}
