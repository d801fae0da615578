/** Periods and limits of the business, in the units of their names. One home; words on pages are filled from here. */
export const POLICY = {
  /** O8: an unpaid order lives this long. */
  payMinutes: 30,
  /** G2: an orchard answers an offer within this time. */
  acceptHours: 48,
  /** O6: ready stock leaves within this many days of being ordered. */
  readySendDays: 2,
  /** S1: how long we wait for the customer's word before the fruit goes to the cold room. */
  confirmDays: 3,
  /** S3: a reminder from the cold room this often, and once more this long before the last day. */
  remindEveryDays: 30,
  lastReminderDays: 7,
  /** S9: how often tracking is asked for while a parcel is under way. */
  trackEveryHours: 6,
  /** S10: receipt counts as confirmed this long after shipping. */
  autoReceiptDays: 10,
  /** A1: a claim may be made until this long after receipt, so often per order. */
  claimDays: 7,
  maxClaims: 5,
  /** A1: the merchant answers a claim within this time; the customer sends the fruit back, or insists, within that. */
  claimAnswerHours: 48,
  claimReturnDays: 7,
  claimInsistDays: 7,
  claimPhotos: 6,
  /** So often the owner is reminded of a claim that waits for us. */
  mostClaimReminders: 10,
  /** G4: stickers for every fruit ordered; some are lost before harvest. */
  spareFactor: 1.15,
  /** G4: parcels and stickers of one batch, and how often a parcel may be printed: ink and paper cost, a loop would not end. */
  mostSheetParcels: 60,
  mostSheetStickers: 2000,
  mostPrints: 20,
  /** I4: fruit goes back to be grown again at most this often; then only the money is left to go back. */
  mostRedos: 20,
  /** I4: the orchard sends other fruit within this time; then we decide within that, and are reminded so often. */
  redoDays: 7,
  escalationHours: 48,
  mostEscalationReminders: 10,
  /** I2: fruit of one parcel that are judged one by one; of more, the rest is judged by eye. */
  mostJudged: 120,
  /** Fruit of one line, and the longest anybody looks at one of them, ms. */
  mostFruit: 99 * 24,
  mostLookMs: 3_600_000,
  /** B4: days that figures look back. */
  figureDays: 30,
  /** Payment sheets of one order; a sheet is reused, so a second one is rare already. */
  mostPaymentSheets: 10,
  /** D2: an order of this value is important. */
  importantFromFen: 50000,
  /** One fruit weighs no more than this, grams. */
  mostGramsEach: 5000,
  /** No order comes near this sum. */
  mostFen: 100_000_000,
  /** Lines in one order: each may be a parcel, and WeChat is told of 15 parcels of a payment at most. Packs in one line. */
  maxLines: 15,
  maxPacks: 99,
  /** Different designs in one order, of which each is cut when it is placed. Characters asked for at once. */
  mostDesigns: 24,
  mostGlyphs: 60,
  remarkCharacters: 100,
  reasonCharacters: 60,
  /** A picture for an imprint or a photo from the orchard. */
  pictureBytes: 4 * 1024 * 1024,
} as const
