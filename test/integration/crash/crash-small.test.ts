import { SMALL_ACTS } from './acts-small'
import { crashAtEveryCall } from './report'

crashAtEveryCall('Beside the order', SMALL_ACTS)
