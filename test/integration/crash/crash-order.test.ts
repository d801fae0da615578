import { ORDER_ACTS } from './acts-order'
import { crashAtEveryCall } from './report'

crashAtEveryCall('An order', ORDER_ACTS)
