/** One publication as it was read. */
export interface Source {
  what: string
  url: string
  /** The day it was read, in a stored copy of the page. */
  seen: string
}

const SEEN = '2026-11-22'

const read = (what: string, url: string): Source => ({ what, url, seen: SEEN })

/** Everything the calendar's figures refer to. Growers' and trade pages differ in weight: news and studies come first. */
export const SOURCES = {
  qiluEveningNews2024: read(
    '齐鲁晚报 2024-11-08, 杜晓丹: 烟台苹果采收交易进入尾声',
    'https://sjb.qlwb.com.cn/qlwb/content/20241108/ArticelJ22001FM.htm',
  ),
  qixiaVarieties: read('烟台栖霞苹果几月份成熟上市 (2022-11-29)', 'https://huahuizhongzhi.com/detail/802446.html'),
  qixiaGala: read('棲霞嘎啦蘋果收購場景 (ppfocus)', 'https://ppfocus.com/0/en0b41b75.html'),
  bagOffByFruit: read('水果摘袋时期，水果摘袋方法 (3456.tv)', 'http://m.3456.tv/bk/13713.html'),
  bagOffFuji: read('红富士苹果套纸袋与除袋 (ag03.com)', 'http://m.ag03.com/F38DCD784AE'),
  bagOffGala: read('種植嘎啦蘋果時，什麼時間摘袋最佳 (ttnews)', 'https://ttnews.xyz/a/5bba4087dc9b5e4d1e0399fb'),
  bagOffGeneral: read('套袋技术要领 (ykwyys.com)', 'http://www.ykwyys.com/news/478.html'),
  bagOffWeibei: read(
    'The Problems of Improper Bag Removal of Red Fuji Apple and the Countermeasures (impfood.net)',
    'http://impfood.net/2023-06-01-the-problems-of-improper-bag-3694.html',
  ),
  stickers: read(
    '苹果贴字技术问答 (yangzhiziliao.com)',
    'http://yangzhiziliao.com/zhiwu/912733cbf88fd422e09aa9e16cd71e8a.html',
  ),
  stickersPingdu: read('带字传情苹果热销, 平度得兴果菜合作社 (2022-09-22)', 'http://nongye.2979945.cn/17075.html'),
  luochuan: read('洛川苹果的成熟时间 (致富都)', 'https://zhifudu.com/zhifuwen/youwenbida/5d3kxx.html'),
  gansu: read('甘肃苹果成熟采摘时间 (2019-08)', 'http://m.huaxili.com/agriculture/nybk/201908/265189.html'),
  huaniu: read('花牛苹果成熟期在几月份', 'https://www.qiue.cn/content/6007.html'),
  appleKinds: read('苹果一般什么时候成熟 (tonghuasc.com)', 'http://tonghuasc.com/news/155943'),
  hongxiangsuStudy: read(
    '山西运城红香酥梨不同采收期贮藏试验 (摘要)',
    'https://agrisci.alljournals.cn/view_abstract.aspx?aid=C11F033728F248D4909AFA2431019D11',
  ),
  hongxiangsu: read('红香酥梨品种介绍 (huangye88)', 'https://m.huangye88.com/yuanlin/88-af2rddjb57b970.html'),
  chunjian: read('柑桔橙篇：春见耙耙柑 (2024-11-07)', 'https://dcwnkz.com/new/09ecb088be7b4f7e8995fa6d0233429f'),
  frostPeach: read('中乡网: 郯城县马头镇“映霜红”采摘', 'http://xiangzhen.org/m/view.php?aid=66670'),
  pomeloFujian: read('福建的柚子什么时候能吃', 'https://m.fqmxn.com/1/2362341.html'),
  pomeloPinghe: read('红文旦柚子与平和县柚园 (2025-11-08)', 'https://www.lipindaifa.com/issued/1749580.html'),
  pomeloBag: read(
    '福建日报报业 石狮日报 2024-09-17: 石狮本土红柚丰收',
    'https://ssrb.fjdaily.com/pc/con/202409/17/content_398303.html',
  ),
  pomeloStorage: read(
    'Wang, Chen, Lin: Research on cold storage and transport technologies for Guanxi pomelo, IIR (summary)',
    'https://iifiir.org/en/fridoc/research-on-cold-storage-and-transport-technologies-for-guanxi-pomelo-30172',
  ),
  waStorage: read(
    'Western Australia, Department of Primary Industries: Storage of fresh fruit and vegetables',
    'https://www.agric.wa.gov.au/fruit/storage-fresh-fruit-and-vegetables?page=0%2C1',
  ),
  handbook66: read(
    'Table 20.1 after USDA Agriculture Handbook 66: storage conditions and approximate storage life',
    'https://issuhub.com/view/index?id=8432&pageIndex=617',
  ),
  redDelicious: read(
    'Produce facts: Apple, Red Delicious (after UC Davis)',
    'https://www.water-foods.com/services/apple-red-delicious/',
  ),
  grannySmith: read(
    'Mitcham, Crisosto, Kader (UC Davis): Apple, Granny Smith',
    'https://www.ethylenecontrol.com/produce-storage/apple-granny-smith/',
  ),
  peachStorage: read('Cargo Handbook: Peaches', 'https://cargohandbook.com/index.php?oldid=8792&title=Peaches'),
} as const satisfies Record<string, Source>

export type SourceId = keyof typeof SOURCES
