import { WAY_ACTS } from './acts-parcel'
import { crashAtEveryCall } from './report'

crashAtEveryCall('On the way', WAY_ACTS)
