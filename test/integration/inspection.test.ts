import { inspectionStories } from '../stories/inspection'
import type { World } from '../stories/world'
import { startTestCloud, type TestCloud } from './support/cloud'
import { cloudWorld } from './support/cloud-world'

jest.setTimeout(120_000)

let shop: TestCloud
let open: () => Promise<World>
beforeAll(async () => {
  shop = await startTestCloud()
  open = cloudWorld(shop)
})
afterAll(() => shop.close())

describe('inspection, through the deployed functions', () => inspectionStories(() => open()))
