import { inspectionStories } from '../../stories/inspection'
import { fakeWorld } from '../support/fake-world'

describe('inspection, in memory', () => inspectionStories(fakeWorld))
