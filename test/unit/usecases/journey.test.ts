import { journeyStory } from '../../stories/journey'
import { fakeWorld } from '../support/fake-world'

describe('the journey of an order, in memory', () => journeyStory(fakeWorld))
