import { CLAIM_ACTS } from './acts-claim'
import { crashAtEveryCall } from './report'

crashAtEveryCall('After delivery', CLAIM_ACTS)
