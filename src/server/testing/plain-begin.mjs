// The control of the storm: transactions by the driver alone, as its manual shows them. Ends with code 0 only when the pool
// is whole afterwards; run as a process of its own because its failures cannot be caught.
import postgres from 'postgres'

const [url, seconds] = process.argv.slice(2)
const sql = postgres(url, { max: 8, onnotice() {}, connection: { application_name: 'plain' } })
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const until = Date.now() + Number(seconds) * 1_000

async function transaction() {
  await sql.begin(async (tx) => {
    await tx`set local role empreita_app`
    await tx`select count(*) from probes`
    await pause(Math.random() * 8)
    await tx`select count(*) from accounts`
  })
}

async function worker() {
  while (Date.now() < until) await transaction().catch(() => pause(5))
  for (let round = 0; round < 20; round++) await transaction()
}

const hung = setTimeout(() => process.exit(3), Number(seconds) * 1_000 + 4_000)
await Promise.all(Array.from({ length: 12 }, worker))
clearTimeout(hung)
await sql.end()
