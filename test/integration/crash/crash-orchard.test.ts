import { ORCHARD_ACTS } from './acts-parcel'
import { crashAtEveryCall } from './report'

crashAtEveryCall('At the orchard', ORCHARD_ACTS)
