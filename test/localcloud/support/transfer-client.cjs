'use strict'

// Moves money through the SDK from several clients at once; tells its parent each transfer that was acknowledged.
const cloud = require('wx-server-sdk')

cloud.init({ env: 'local' })
const db = cloud.database()
let round

const move = (from, to, slip) =>
  db.runTransaction(async (t) => {
    await t
      .collection('accounts')
      .doc(from)
      .update({ data: { money: db.command.inc(-1) } })
    await t
      .collection('accounts')
      .doc(to)
      .update({ data: { money: db.command.inc(1) } })
    await t.collection('slips').add({ data: { _id: slip, from, to } })
  })

async function client({ accounts, number }, me) {
  for (let i = 0; round === number; i++) {
    const from = accounts[(me + i) % accounts.length]
    const to = accounts[(me + 3 * i + 1) % accounts.length]
    const slip = `${number}-${me}-${i}`
    if (from === to) continue
    await move(from, to, slip).then(
      () => process.send({ slip }),
      () => undefined,
    )
  }
}

process.on('message', async (message) => {
  if (message.stop) {
    round = undefined
    return
  }
  Object.assign(process.env, message.environment)
  round = message.number
  await Promise.all(Array.from({ length: message.clients }, (_unused, me) => client(message, me)))
  process.send({ stopped: true })
})
