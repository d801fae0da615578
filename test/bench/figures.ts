import { statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { appSize } from '../../config/app-size'
import { ensureApp } from '../../config/build-app'
import { ensureFunctions, functionNames } from '../../config/build-functions'
import type { Input, ProcedureName } from '../../contract'
import { procedures } from '../../contract'
import { startTestCloud, type TestCloud } from '../integration/support/cloud'
import { ADDRESS, BIRTHDAY_APPLES, FANG, LIN, newKey, QIXIA } from '../integration/support/orders'

const ROOT = path.resolve(__dirname, '..', '..')

/** One act through the real function; answers its result and how many database and WeChat calls it made. */
async function act<Name extends ProcedureName>(shop: TestCloud, openid: string, name: Name, input: Input<Name>) {
  const answer = await fetch(`${shop.cloud.url}/invoke/${procedures[name].fn}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
    body: JSON.stringify({ procedure: name, input }),
  })
  const { result } = (await answer.json()) as { result: { ok: boolean; data: unknown; error?: { code: string } } }
  if (!result.ok) throw new Error(`${name}: ${result.error?.code}`)
  return { data: result.data, trips: Number(answer.headers.get('x-localcloud-round-trips')) }
}

/** Round trips of each act of the main journey, counted on the local cloud; the same number on every machine. */
async function roundTrips(): Promise<Record<string, number>> {
  const shop = await startTestCloud()
  const trips: Record<string, number> = {}
  const count = async <Name extends ProcedureName>(label: string, who: string, name: Name, input: Input<Name>) => {
    const done = await act(shop, who, name, input)
    trips[label] = done.trips
    return done.data
  }
  const lines = BIRTHDAY_APPLES
  const quote = (await count('quote', LIN, 'checkout.quote', { lines, province: ADDRESS.province })) as {
    totalFen: number
  }
  const order = { key: newKey(), lines, address: ADDRESS, remark: '', expectedTotalFen: quote.totalFen }
  const { no } = (await count('place order', LIN, 'orders.place', order)) as { no: string }
  const { sheet } = (await count('pay (open the sheet)', LIN, 'orders.pay', { no, key: newKey() })) as {
    sheet: Record<string, string>
  }
  await shop.usePaymentSheet(LIN, sheet)
  await count('check payment (already settled)', LIN, 'orders.checkPayment', { no, key: newKey() })
  await count('list', LIN, 'orders.list', { tab: 'all' })
  await count('detail', LIN, 'orders.get', { no })
  await count('approve', FANG, 'review.approve', { no, key: newKey() })
  const id = `${no}-F1`
  await count('orchard accepts', QIXIA, 'work.accept', { id, key: newKey() })
  for (const step of ['sticker', 'colour', 'harvest', 'dispatch'] as const) {
    await count(`orchard records ${step}`, QIXIA, 'work.record', { id, step, key: newKey() })
  }
  await count('receive', FANG, 'intake.receive', { id, key: newKey() })
  await count('pass', FANG, 'intake.pass', { id, key: newKey() })
  await count('confirm send', LIN, 'orders.confirmSend', { id, key: newKey() })
  await count('ship', FANG, 'packing.ship', { id, key: newKey(), carrier: 'SF', waybill: 'SF1234567890' })
  await shop.close()
  return trips
}

/** Size of each bundle, and the first call of a new instance compared with the second, in ms and as a ratio. */
async function functions(): Promise<Record<string, { bytes: number; coldMs: number; warmMs: number }>> {
  const shop = await startTestCloud()
  const found: Record<string, { bytes: number; coldMs: number; warmMs: number }> = {}
  for (const name of functionNames()) {
    const once = async () => {
      const started = performance.now()
      await shop.cloud.invoke(name, { procedure: 'none', input: {} }, {})
      return Math.round(performance.now() - started)
    }
    const bytes = statSync(path.join(ROOT, 'dist', 'cloudfunctions', name, 'index.js')).size
    found[name] = { bytes, coldMs: await once(), warmMs: await once() }
  }
  await shop.close()
  return found
}

/** `npm run bench`: the figures of this version, printed and kept in dist/figures.json. */
async function main(): Promise<void> {
  await ensureFunctions()
  await ensureApp('weapp')
  const figures = {
    packages: appSize(path.join(ROOT, 'dist', 'weapp')),
    functions: await functions(),
    roundTrips: await roundTrips(),
  }
  writeFileSync(path.join(ROOT, 'dist', 'figures.json'), `${JSON.stringify(figures, null, 2)}\n`)
  console.log('\nMini-program packages (bytes; WeChat allows 2,097,152 each)')
  console.table(figures.packages)
  console.log('Cloud functions')
  console.table(figures.functions)
  console.log('Round trips per act (database and WeChat calls)')
  console.table(figures.roundTrips)
}

void main()
