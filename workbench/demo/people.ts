import type { OrchardDoc, StaffDoc } from '../../cloudfunctions/collections'
import type { FruitLook } from '../../domain/catalogue/product'
import type { Block } from '../../domain/fulfilment/sheet'

const block = (id: string, zh: string, en: string, look: FruitLook, pieces: number): Block => ({
  id,
  name: { zh, en },
  look,
  pieces,
})

export const orchards: OrchardDoc[] = [
  {
    _id: 'qixia',
    name: { zh: '栖霞一号园', en: 'Qixia Orchard No. 1' },
    region: { zh: '山东栖霞', en: 'Qixia, Shandong' },
    blocks: [
      block('east-1', '东坡一区', 'East slope 1', 'fuji', 160),
      block('east-2', '东坡二区', 'East slope 2', 'fuji', 160),
      block('tower', '水塔旁', 'By the water tower', 'fuji', 160),
      block('gate', '大门口', 'By the gate', 'gala', 120),
      block('road', '路南', 'South of the road', 'gala', 120),
    ],
  },
  {
    _id: 'tianshui',
    name: { zh: '天水花牛园', en: 'Tianshui Huaniu Orchard' },
    region: { zh: '甘肃天水', en: 'Tianshui, Gansu' },
    blocks: [
      block('terrace-1', '上梯田', 'Upper terrace', 'huaniu', 180),
      block('terrace-2', '下梯田', 'Lower terrace', 'huaniu', 180),
      block('terrace-3', '梯田尽头', 'End of the terrace', 'fuji', 240),
      block('pears', '梨园', 'Pear garden', 'hongxiangsu', 180),
    ],
  },
  {
    _id: 'danling',
    name: { zh: '丹棱春见园', en: 'Danling Citrus Orchard' },
    region: { zh: '四川丹棱', en: 'Danling, Sichuan' },
    blocks: [
      block('north', '北坡', 'North slope', 'chunjian', 120),
      block('south', '南坡', 'South slope', 'chunjian', 120),
    ],
  },
  {
    _id: 'fufeng',
    name: { zh: '扶风青苹园', en: 'Fufeng Green Apple Orchard' },
    region: { zh: '陕西扶风', en: 'Fufeng, Shaanxi' },
    // Laser fruit needs no stickers.
    blocks: [],
  },
  {
    _id: 'tancheng',
    name: { zh: '郯城霜桃园', en: 'Tancheng Frost Peach Orchard' },
    region: { zh: '山东郯城', en: 'Tancheng, Shandong' },
    blocks: [block('bank', '河边', 'By the river', 'tao', 120), block('hill', '坡上', 'On the slope', 'tao', 120)],
  },
  {
    _id: 'pinghe',
    name: { zh: '平和蜜柚园', en: 'Pinghe Pomelo Orchard' },
    region: { zh: '福建平和', en: 'Pinghe, Fujian' },
    blocks: [],
  },
]

export const staff: StaffDoc[] = [
  { _id: 'o-merchant-fang', role: 'merchant', name: '阿芳', orchardId: null, active: true, duties: ['owner'] },
  {
    _id: 'o-merchant-zhou',
    role: 'merchant',
    name: '小周',
    orchardId: null,
    active: true,
    duties: ['inspector', 'warehouse'],
  },
  { _id: 'o-orchard-qixia', role: 'orchard', name: '老姜', orchardId: 'qixia', active: true },
  { _id: 'o-orchard-tianshui', role: 'orchard', name: '马师傅', orchardId: 'tianshui', active: true },
  { _id: 'o-orchard-danling', role: 'orchard', name: '周姐', orchardId: 'danling', active: true },
  { _id: 'o-orchard-fufeng', role: 'orchard', name: '老秦', orchardId: 'fufeng', active: true },
  { _id: 'o-orchard-tancheng', role: 'orchard', name: '巩姐', orchardId: 'tancheng', active: true },
  { _id: 'o-orchard-pinghe', role: 'orchard', name: '阿林', orchardId: 'pinghe', active: true },
]
