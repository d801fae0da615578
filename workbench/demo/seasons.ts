import type { Season } from '../../domain/catalogue/season'

const QIXIA = { zh: '山东栖霞', en: 'Qixia, Shandong' }
const TIANSHUI = { zh: '甘肃天水', en: 'Tianshui, Gansu' }
const DANLING = { zh: '四川丹棱', en: 'Danling, Sichuan' }

/** One year of five varieties. On the demo's first morning four take orders and Gala is over. */
export const seasons: Season[] = [
  {
    _id: 'fuji-2026',
    varietyId: 'fuji',
    year: 2026,
    region: QIXIA,
    opensOn: '2026-07-01',
    artworkCutOff: '2026-09-20',
    stickerOn: '2026-09-26',
    colouringFrom: '2026-10-01',
    harvestFrom: '2026-10-21',
    harvestTo: '2026-10-31',
  },
  {
    _id: 'huaniu-2026',
    varietyId: 'huaniu',
    year: 2026,
    region: TIANSHUI,
    opensOn: '2026-07-01',
    artworkCutOff: '2026-09-12',
    stickerOn: '2026-09-15',
    colouringFrom: '2026-09-18',
    harvestFrom: '2026-09-30',
    harvestTo: '2026-10-10',
  },
  {
    _id: 'gala-2026',
    varietyId: 'gala',
    year: 2026,
    region: QIXIA,
    opensOn: '2026-06-01',
    artworkCutOff: '2026-08-05',
    stickerOn: '2026-08-08',
    colouringFrom: '2026-08-11',
    harvestFrom: '2026-08-22',
    harvestTo: '2026-08-31',
  },
  {
    _id: 'hongxiangsu-2026',
    varietyId: 'hongxiangsu',
    year: 2026,
    region: TIANSHUI,
    opensOn: '2026-07-15',
    artworkCutOff: '2026-09-10',
    stickerOn: '2026-09-13',
    colouringFrom: '2026-09-16',
    harvestFrom: '2026-09-28',
    harvestTo: '2026-10-08',
  },
  {
    _id: 'chunjian-2026',
    varietyId: 'chunjian',
    year: 2026,
    region: DANLING,
    opensOn: '2026-09-01',
    artworkCutOff: '2026-11-05',
    stickerOn: '2026-11-10',
    colouringFrom: '2026-11-18',
    harvestFrom: '2026-12-20',
    harvestTo: '2027-01-10',
  },
]
