import { afterSaleStories } from '../../stories/after-sale'
import { fakeWorld } from '../support/fake-world'

describe('after-sale, in memory', () => afterSaleStories(fakeWorld))
