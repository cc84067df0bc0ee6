import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { benchCompany } from './bench/bench-company'
import { type Measured, measure } from './bench/measure'
import { pairsOfGrowth } from './bench/pairs'

// Usage: BENCH_DATABASE_URL=postgres://administrator… npm run bench. Fills two databases once, measures, writes docs/benchmarks.md.
const adminUrl = process.env.BENCH_DATABASE_URL
if (!adminUrl) throw new Error('BENCH_DATABASE_URL must name an administrator of a server that may be kept busy')
const orders = Number(process.env.BENCH_ORDERS ?? 10_000)
const password = process.env.BENCH_PASSWORD ?? 'bench'

const small = await benchCompany(adminUrl, password, orders / 10)
const large = await benchCompany(adminUrl, password, orders)
const measured: Measured[] = []
for (const pair of pairsOfGrowth(small, large)) measured.push(await measure(pair))
const [server] =
  await large.owner`select split_part(version(), ' (', 1) as name, (select setting from pg_settings where name = 'fsync') as fsync`
await small.close()
await large.close()

const table = [
  '| goal | what | at a tenth, ms | at the whole, ms | ratio | wanted |',
  '|---|---|---|---|---|---|',
  ...measured.map(
    ({ id, what, goal, ours, floor, ratio }) =>
      `| ${id} | ${what} | ${spread(floor)} | ${spread(ours)} | ${ratio.toFixed(2)} | ${goal} |`,
  ),
].join('\n')
console.log(table)
await writeFile(
  'docs/benchmarks.md',
  `# What was measured

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} cores, ${server?.name}, fsync ${server?.fsync}; ${orders / 10} and ${orders} orders
with ten tasks each but for one in ten, through the door of the web server, row security forced. Medians of nine rounds in turn, least and most
in brackets. Times on a shared machine are noise; the ratios are what counts.

What still grows between the two is the counting of tabs and sums, which ends at 10,000 rows each, and words that many tasks hold. P1 to P6,
P8 and P10 to P14 are not measured here.

${table}
`,
)

function spread({ median, least, most }: Measured['ours']): string {
  return `${median.toFixed(1)} (${least.toFixed(1)} to ${most.toFixed(1)})`
}
