import { HUB_ACTS } from './acts-parcel'
import { crashAtEveryCall } from './report'

crashAtEveryCall('At the hub', HUB_ACTS)
