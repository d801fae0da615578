import { refusalsStory } from '../../stories/refusals'
import { fakeWorld } from '../support/fake-world'

describe('bad input, in memory', () => refusalsStory(fakeWorld))
