import { CHEN, LIN, QIXIA, TIANSHUI } from '../stories/world'
import { galleryOf, type Gallery, type Person } from './gallery'
import type { Stage } from './stage'

export interface Galleries {
  lin: Gallery
  chen: Gallery
}

/** The two shoppers of every stage. Nothing either of them says occurs anywhere else. */
function people(fileOf: (name: string) => string): { lin: Person; chen: Person } {
  const person = (openid: string, text: string, phone: string, sign: string): Person => ({
    openid,
    text,
    remark: `${sign}-remark`,
    address: {
      name: `林${sign}`,
      phone,
      province: '浙江',
      city: '杭州市',
      district: '西湖区',
      detail: `${sign} 路 100 号`,
    },
    files: {
      design: fileOf(`designs/${sign}-cat.jpg`),
      photo: fileOf(`photos/${sign}-fruit.jpg`),
    },
  })
  return {
    lin: person(LIN, '林家快乐', '13812345678', 'PLANTED-LIN'),
    chen: person(CHEN, '陈家平安', '13987654321', 'PLANTED-CHEN'),
  }
}

/** Both shoppers' galleries: Qixia has one's work, Tianshui the other's, which Qixia has declined. */
export async function furnish(stage: Stage, fileOf: (name: string) => string): Promise<Galleries> {
  const { lin, chen } = people(fileOf)
  const galleries = {
    lin: await galleryOf(stage.world, lin, { orchard: QIXIA, declining: null }),
    chen: await galleryOf(stage.world, chen, { orchard: TIANSHUI, declining: QIXIA }),
  }
  stage.keep()
  return galleries
}
