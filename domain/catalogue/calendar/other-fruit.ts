import { assumed, cited, type CalendarEntry } from './entry'
import { film, LASER, opens, turnsRed } from './own-figures'

const hongxiangsuTianshui: CalendarEntry = {
  id: 'hongxiangsu',
  varietyId: 'hongxiangsu',
  region: { zh: '甘肃天水', en: 'Tianshui, Gansu' },
  opensOn: opens('07-15'),
  bagOff: {
    on: null,
    ...assumed('Grown without a bag for the film: growers leave a pear’s bag on until it is picked.'),
  },
  harvestFrom: {
    on: '09-28',
    ...cited({ source: 'hongxiangsu', says: '华北地区9月下旬成熟', from: '09-21', to: '09-30' }),
  },
  harvestTo: {
    on: '10-08',
    ...assumed('Tianshui lies higher and cools later than the north plain the sources speak of: ten days of picking.'),
  },
  storage: {
    days: 90,
    celsius: [-1, 1],
    ...cited(
      { source: 'hongxiangsuStudy', says: '0℃条件下贮藏180、240天', atMostDays: 180 },
      { source: 'handbook66', says: 'Pear –1 °C, 60–90 days', atMostDays: 90 },
    ),
  },
  mask: {
    filmDays: film(3),
    stickerOn: { on: '09-13', ...assumed('Two weeks of sun before the picking, as growers give lettered apples.') },
    colouringFrom: turnsRed('09-16'),
  },
  laser: null,
}

const chunjianDanling: CalendarEntry = {
  id: 'chunjian',
  varietyId: 'chunjian',
  region: { zh: '四川丹棱', en: 'Danling, Sichuan' },
  opensOn: opens('09-01'),
  bagOff: { on: null, ...assumed('The film goes on before the winter bags; this fruit is left without one.') },
  harvestFrom: {
    on: '12-20',
    ...cited({ source: 'chunjian', says: '最早在12月中旬就可以上市，1月采收完成', from: '12-11', to: '01-31' }),
  },
  harvestTo: {
    on: '01-10',
    ...cited({ source: 'chunjian', says: '最早在12月中旬就可以上市，1月采收完成', from: '12-11', to: '01-31' }),
  },
  storage: {
    days: 45,
    celsius: [5, 8],
    ...assumed(
      'UC Davis gives mandarins 2–6 weeks at 5–8 °C, which is 42 days at most: three days of ours are unproven.',
    ),
  },
  mask: {
    filmDays: film(5),
    stickerOn: {
      on: '11-10',
      ...assumed('Before the peel turns from green; no grower’s figure for lettered mandarins was found.'),
    },
    colouringFrom: turnsRed('11-18'),
  },
  laser: null,
}

const peachTancheng: CalendarEntry = {
  id: 'tao',
  varietyId: 'tao',
  region: { zh: '山东郯城', en: 'Tancheng, Shandong' },
  opensOn: opens('07-15'),
  bagOff: {
    on: '09-24',
    ...cited({ source: 'bagOffByFruit', says: '桃…双层袋采前15~20天除外层袋', daysBeforeHarvest: [15, 20] }),
  },
  harvestFrom: {
    on: '10-12',
    ...cited({
      source: 'frostPeach',
      says: '每年到了霜降季节才成熟进行采摘；10月17日…采摘下来',
      from: '10-10',
      to: '10-31',
    }),
  },
  harvestTo: {
    on: '10-24',
    ...cited({ source: 'frostPeach', says: '每年到了霜降季节才成熟进行采摘', from: '10-10', to: '10-31' }),
  },
  storage: {
    days: 21,
    celsius: [-1, 1],
    ...cited(
      { source: 'handbook66', says: 'Peach –1 to 0 °C, 14–28 days', atMostDays: 28 },
      { source: 'peachStorage', says: '0 °C, storage life 2–7 weeks', atMostDays: 49 },
    ),
  },
  mask: {
    filmDays: film(6),
    stickerOn: {
      on: '09-28',
      ...assumed('The day the inner bag comes off, four days after the outer one, as with Fuji.'),
    },
    colouringFrom: turnsRed('10-01'),
  },
  laser: null,
}

const pomeloPinghe: CalendarEntry = {
  id: 'youzi',
  varietyId: 'youzi',
  region: { zh: '福建平和', en: 'Pinghe, Fujian' },
  opensOn: opens('08-01'),
  bagOff: {
    on: '10-05',
    ...cited({ source: 'pomeloBag', says: '撕开柚果套袋，从枝头将柚子摘下', daysBeforeHarvest: [0, 0] }),
  },
  harvestFrom: {
    on: '10-05',
    ...cited(
      { source: 'pomeloFujian', says: '早熟的品种比如琯溪蜜柚，国庆前后就能尝鲜', from: '09-25', to: '10-10' },
      { source: 'pomeloPinghe', says: '每年十月份到十一月收成', from: '10-01', to: '11-30' },
    ),
  },
  harvestTo: {
    on: '10-31',
    ...cited({ source: 'pomeloPinghe', says: '每年十月份到十一月收成', from: '10-01', to: '11-30' }),
  },
  storage: {
    days: 90,
    celsius: [3, 5],
    ...cited({
      source: 'pomeloStorage',
      says: '3 °C to 5 °C; commercial cold storage of healthy fruit 150 to 210 days',
      atMostDays: 150,
    }),
  },
  mask: null,
  laser: LASER,
}

/** Pear, mandarin and peach under a film; the pomelo, which never turns red, under the laser. */
export const OTHER_FRUIT: readonly CalendarEntry[] = [hongxiangsuTianshui, chunjianDanling, peachTancheng, pomeloPinghe]
