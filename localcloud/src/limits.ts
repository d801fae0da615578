/**
 * Limits of the real service. Each has its source; "measured" means seen with the unmodified wx-server-sdk 4.0.2,
 * "chosen" means that no source exists and this value only has to be of the right kind.
 */

/** Documents of a query without `limit`. Source: @cloudbase/database query.js; WeChat docs, Collection.limit. */
export const DEFAULT_QUERY_LIMIT = 100
/** Most documents of one query; more is silently cut. Source: as above. */
export const MAX_QUERY_LIMIT = 1000
/** One document, in bytes. Source: MongoDB manual, "BSON Document Size". */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024
/** Life of a transaction. Source: the service's own text, "transaction must be commit or abort in 30 seconds". */
export const TRANSACTION_LIFETIME_MS = 30_000
/** Operations of one transaction. Source: CloudBase docs, transactions. */
export const TRANSACTION_MAX_OPERATIONS = 100
/** How long one operation keeps its transaction busy at least, so that parallel operations meet. Chosen. */
export const TRANSACTION_BUSY_WINDOW_MS = 3
/** How long a plain write waits for a document that a transaction holds. Chosen (docs: "blocks until release or timeout"). */
export const WRITE_LOCK_WAIT_MS = 5_000

/** Function timeout when config.json names none, in seconds. Source: WeChat docs, cloud function settings. */
export const DEFAULT_FUNCTION_TIMEOUT_S = 3
/** Longest function timeout, in seconds. Source: CloudBase docs (900); WeChat's console allows 60. */
export const MAX_FUNCTION_TIMEOUT_S = 900
/** Event and result of a synchronous call, in bytes. Source: Tencent Cloud 583/11637. */
export const MAX_EVENT_BYTES = 6 * 1024 * 1024
/** Memory of an instance, in MB. Source: CloudBase docs, default of a function. */
export const FUNCTION_MEMORY_MB = 256
/** Instances of one function here; the real service allows 1000 over all. Chosen for one machine. */
export const MAX_INSTANCES_PER_FUNCTION = 8
/** An instance that nobody called for this long is stopped. Chosen. */
export const IDLE_INSTANCE_MS = 120_000
/** How long a worker may take to load its module. Chosen (the platform counts this apart from the timeout). */
export const COLD_START_LIMIT_MS = 30_000

/** Temp URLs per call. Source: WeChat docs, Cloud.getTempFileURL. */
export const MAX_TEMP_URLS = 50
/** Life of a temp URL when no maxAge is given, in seconds. Source: WeChat docs, Cloud.getTempFileURL (10 minutes). */
export const TEMP_URL_LIFETIME_S = 600
/** One uploaded file, in bytes. Chosen for one machine. */
export const MAX_FILE_BYTES = 100 * 1024 * 1024
/** Longest cloud path. Source: COS key limit. */
export const MAX_CLOUD_PATH = 850

/** Characters of text for one content check. Source: WeChat docs, security.msgSecCheck. */
export const MAX_CHECKED_TEXT = 2500
/** From a picture handed in to its verdict, here; the real service takes up to 30 minutes. Chosen. */
export const MEDIA_VERDICT_DELAY_MS = 200
/** `scene` of a mini-program code. Source: WeChat docs, wxacode.getUnlimited. */
export const MAX_SCENE = 32

/** outTradeNo and outRefundNo. Source: WeChat Pay v2, unifiedorder. */
export const TRADE_NO = /^[0-9A-Za-z_-]{1,32}$/
export const REFUND_NO = /^[0-9A-Za-z_\-|*@]{1,64}$/
/** `body` of an order, in bytes. Source: as above. */
export const MAX_GOODS_TEXT = 128
/** A prepay id is worth this long. Source: WeChat Pay v2, unifiedorder. */
export const PREPAY_LIFETIME_MS = 2 * 3600_000
/** From asking for a refund to its success, here. Chosen. */
export const REFUND_DELAY_MS = 1_000
/** Waits between payment notices until the shop answers. Source: WeChat Pay v2, payment notice (24h4m in all). */
export const NOTICE_WAITS_MS = [
  15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10800, 10800, 10800, 21600, 21600,
].map((seconds) => seconds * 1000)

/** Parcels of one payment. Source: WeChat docs, uploadShippingInfo. */
export const MAX_PARCELS = 15

/** A trigger's name: a letter first, at most 60 characters. Source: WeChat docs, timer triggers. */
export const TRIGGER_NAME = /^[A-Za-z][\w-]{0,59}$/
