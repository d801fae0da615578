import { assumed, cited, type CalendarEntry } from './entry'
import { film, LASER, opens, turnsRed } from './own-figures'

const ATMOST_AIR = { source: 'handbook66', says: 'Apple –1 to 4 °C, 2–4 months', atMostDays: 120 } as const

const fujiQixia: CalendarEntry = {
  id: 'fuji',
  varietyId: 'fuji',
  region: { zh: '山东栖霞', en: 'Qixia, Shandong' },
  opensOn: opens('07-01'),
  bagOff: {
    on: '09-22',
    ...cited(
      { source: 'bagOffFuji', says: '普通型上色较慢，采收前25~30天除袋', daysBeforeHarvest: [25, 30] },
      { source: 'bagOffGala', says: '紅富士…膠東地區一般在9月底到10初進行', from: '09-21', to: '10-10' },
    ),
  },
  harvestFrom: {
    on: '10-21',
    ...cited(
      { source: 'qixiaVarieties', says: '烟台栖霞红富士…10月中下旬采收', from: '10-11', to: '10-31' },
      { source: 'qiluEveningNews2024', says: '从10月10日开始陆续摘果；11月初采收接近尾声', from: '10-10', to: '11-09' },
    ),
  },
  harvestTo: {
    on: '10-31',
    ...cited(
      { source: 'qixiaVarieties', says: '10月中下旬采收', from: '10-11', to: '10-31' },
      { source: 'qiluEveningNews2024', says: '11月初，烟台苹果的采收陆续接近尾声', from: '10-27', to: '11-09' },
    ),
  },
  storage: { days: 120, celsius: [-1, 4], ...cited(ATMOST_AIR) },
  mask: {
    filmDays: film(6),
    stickerOn: {
      on: '09-26',
      ...cited(
        {
          source: 'stickers',
          says: '套袋果要在除果袋后进行，富士苹果一般宜在9月20日前后贴字',
          from: '09-14',
          to: '09-26',
        },
        { source: 'stickersPingdu', says: '摘袋后，立刻将…不干胶带贴到合格的苹果上', from: '09-22', to: '09-30' },
      ),
    },
    colouringFrom: turnsRed('10-01'),
  },
  laser: LASER,
}

const fujiLuochuan: CalendarEntry = {
  id: 'fuji-luochuan',
  varietyId: 'fuji',
  region: { zh: '陕西洛川', en: 'Luochuan, Shaanxi' },
  opensOn: opens('07-01'),
  bagOff: {
    on: '09-20',
    ...cited({
      source: 'bagOffWeibei',
      says: 'Weibei: from September 20 to the end of September; above 800 m from September 20 to 25',
      from: '09-20',
      to: '09-30',
    }),
  },
  harvestFrom: {
    on: '10-15',
    ...cited({ source: 'luochuan', says: '洛川苹果常在每年9-10月份成熟', from: '09-01', to: '10-31' }),
  },
  harvestTo: {
    on: '10-28',
    ...cited({ source: 'luochuan', says: '洛川苹果常在每年9-10月份成熟', from: '09-01', to: '10-31' }),
  },
  storage: { days: 120, celsius: [-1, 4], ...cited(ATMOST_AIR) },
  mask: {
    filmDays: film(6),
    stickerOn: {
      on: '09-24',
      ...cited({ source: 'stickers', says: '富士苹果一般宜在9月20日前后贴字', from: '09-14', to: '09-26' }),
    },
    colouringFrom: turnsRed('09-29'),
  },
  laser: LASER,
}

const huaniuTianshui: CalendarEntry = {
  id: 'huaniu',
  varietyId: 'huaniu',
  region: { zh: '甘肃天水', en: 'Tianshui, Gansu' },
  opensOn: opens('07-01'),
  bagOff: {
    on: '09-11',
    ...cited({
      source: 'bagOffGeneral',
      says: '收获前15至20天…取出外袋，3到5天后取出内袋',
      daysBeforeHarvest: [15, 20],
    }),
  },
  harvestFrom: {
    on: '09-30',
    ...cited(
      { source: 'gansu', says: '9月下旬左右开始采收…到10月底全部采摘完毕', from: '09-21', to: '10-31' },
      { source: 'huaniu', says: '8月中旬成熟上市；10月份到了丰收期，批量上市', from: '08-11', to: '10-31' },
    ),
  },
  harvestTo: {
    on: '10-10',
    ...cited({ source: 'huaniu', says: '10月份就到了花牛苹果的丰收期', from: '10-01', to: '10-31' }),
  },
  storage: {
    days: 90,
    celsius: [-1, 1],
    ...cited({ source: 'redDelicious', says: '0 °C ± 1 °C; 6 months in air', atMostDays: 180 }),
  },
  mask: {
    filmDays: film(3),
    stickerOn: {
      on: '09-15',
      ...assumed('The day the inner bag comes off, four days after the outer one, as with Fuji.'),
    },
    colouringFrom: turnsRed('09-18'),
  },
  laser: null,
}

const galaQixia: CalendarEntry = {
  id: 'gala',
  varietyId: 'gala',
  region: { zh: '山东栖霞', en: 'Qixia, Shandong' },
  opensOn: opens('06-01'),
  bagOff: {
    on: '08-06',
    ...cited({ source: 'bagOffGala', says: '嘎啦…大概在8月上中旬就可摘袋', from: '08-01', to: '08-20' }),
  },
  harvestFrom: {
    on: '08-22',
    ...cited({ source: 'qixiaVarieties', says: '嘎啦…8月下旬至9月上旬成熟', from: '08-21', to: '09-10' }),
  },
  harvestTo: {
    on: '08-31',
    ...cited(
      {
        source: 'qixiaGala',
        says: '到了8月底，在棲霞農村，嘎啦蘋果收穫進入了一個小高峰期',
        from: '08-25',
        to: '09-10',
      },
      { source: 'qixiaVarieties', says: '嘎啦…8月下旬至9月上旬成熟', from: '08-21', to: '09-10' },
    ),
  },
  storage: { days: 45, celsius: [-1, 4], ...cited(ATMOST_AIR) },
  mask: {
    filmDays: film(3),
    stickerOn: {
      on: '08-08',
      ...assumed('Right after the bag, on the second day, so that the skin has not greened again.'),
    },
    colouringFrom: turnsRed('08-11'),
  },
  laser: null,
}

const greenFufeng: CalendarEntry = {
  id: 'qingpingguo',
  varietyId: 'qingpingguo',
  region: { zh: '陕西扶风', en: 'Fufeng, Shaanxi' },
  opensOn: opens('07-15'),
  bagOff: {
    on: '10-12',
    ...cited({ source: 'bagOffByFruit', says: '苹果黄绿色品种的单层袋，可在采收时除袋', daysBeforeHarvest: [0, 0] }),
  },
  harvestFrom: {
    on: '10-12',
    ...cited({
      source: 'appleKinds',
      says: '澳洲青苹…陕西眉县、岐山县、扶风县…10月中下旬成熟',
      from: '10-11',
      to: '10-31',
    }),
  },
  harvestTo: {
    on: '10-26',
    ...cited({ source: 'appleKinds', says: '澳洲青苹…10月中下旬成熟', from: '10-11', to: '10-31' }),
  },
  storage: {
    days: 120,
    celsius: [0, 1],
    ...cited(
      { source: 'waStorage', says: 'Apple –1 to 4.5 °C, 4–32 weeks', atMostDays: 224 },
      { source: 'grannySmith', says: '0.5 ± 0.5 °C; no length given, the general table’s is kept', atMostDays: 224 },
    ),
  },
  mask: null,
  laser: LASER,
}

/** Apples: the reds that take a film, Fuji that takes both, and the green one for the laser. */
export const APPLES: readonly CalendarEntry[] = [fujiQixia, fujiLuochuan, huaniuTianshui, galaQixia, greenFufeng]
