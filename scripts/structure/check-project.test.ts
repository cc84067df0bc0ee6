import { describe, expect, it } from 'vitest'
import { checkProject } from './check-project.mjs'
import { sourceFile } from './source-file.mjs'

const TABLES = {
  'src/server/db/tables/tasks.ts': "export const tasks = pgTable('tasks', {})",
  'src/server/db/tables/quotes.ts': "export const quotes = pgTable(\n  'quotes', {})",
}

/** What the check says about a project of these files alone. */
function findings(files: Record<string, string>): string[] {
  const project = Object.entries({ ...TABLES, ...files }).map(([path, text]) => sourceFile(path, text))
  return checkProject(project).map(({ file, line, message }) => `${file}${line ? `:${line}` : ''} ${message}`)
}

const GOOD = {
  'src/app/(office)/tasks/page.tsx': "import { TaskList } from '@/features/tasks/task-list'\nexport default TaskList",
  'src/features/tasks/task-list.tsx':
    "import type { AppRouter } from '@/server/api/root'\nexport function TaskList() {}",
  'src/contract/tasks.ts': "import { z } from 'zod'",
  'src/server/api/tasks.ts':
    "import { procedure, router } from './trpc'\nimport { concludeTask } from '@/server/domain/tasks/conclude-task'\nexport const tasks = router({})",
  'src/server/domain/tasks/conclude-task.ts':
    "import { tasks } from '@/server/db/tables/tasks'\nexport async function concludeTask() {\n  authorize(ctx, 'tasks.conclude')\n  await ctx.tx.update(tasks).set({})\n}",
  'src/server/domain/tasks/rules.ts': 'export function refusalsToConclude() {}',
  'src/server/domain/quotes/convert-quote.ts':
    "import { concludeTask } from '../tasks/conclude-task'\nexport function convertQuote() {}",
}

it('has nothing to say about a project that keeps every rule', () => {
  expect(findings(GOOD)).toEqual([])
})

/** Each breach: what it breaks, the files that break it, and a part of the sentence that must name it. */
const BREACHES: [string, Record<string, string>, RegExp][] = [
  ['a component in app', { 'src/app/(office)/task-card.tsx': 'export const TaskCard = 1' }, /no reserved file/],
  ['a long page', { 'src/app/page.tsx': 'x\n'.repeat(31) }, /at most 30 lines, this one 31/],
  ['a domain file without a verb', { 'src/server/domain/tasks/task.ts': 'export const task = 1' }, /<verb>-<noun>/],
  [
    'a domain file called after nothing',
    { 'src/server/domain/tasks/close-task.ts': 'export const x = 1' },
    /closeTask/,
  ],
  ['an unknown noun', { 'src/server/domain/widgets/list-widgets.ts': 'export function listWidgets() {}' }, /no noun/],
  ['a name that says nothing', { 'src/lib/utils.ts': '' }, /"utils" says nothing/],
  ['a folder that says nothing', { 'src/lib/helpers/money.ts': '' }, /"helpers" says nothing/],
  ['a name not in kebab-case', { 'src/ui/DataTable.tsx': '' }, /kebab-case/],
  ['an index file', { 'src/ui/index.ts': '' }, /no index files/],
  ['a re-export', { 'src/ui/kit.ts': "export { Button } from './button'" }, /no re-exports/],
  ['a star re-export', { 'src/ui/kit.ts': "export * from './button'" }, /no re-exports/],
  ['a file of 401 lines', { 'src/lib/money.ts': 'x\n'.repeat(401) }, /401 lines; at most 400/],
  ['a kit that knows a noun', { 'src/ui/badge.tsx': "import '@/features/tasks/badge'" }, /the kit knows no noun/],
  [
    'a screen that calls the server',
    { 'src/features/tasks/list.tsx': "import { listTasks } from '@/server/domain/tasks/list-tasks'" },
    /through src\/trpc/,
  ],
  ['a value of the router', { 'src/trpc/client.tsx': "import { appRouter } from '@/server/api/root'" }, /types only/],
  ['SQL in reception', { 'src/server/api/trpc.ts': "import { tasks } from '@/server/db/tables/tasks'" }, /delegates/],
  [
    'next in the workshop',
    { 'src/server/domain/refusal.ts': "import { headers } from 'next/headers'" },
    /no framework/,
  ],
  ['a contract with a library', { 'src/contract/tasks.ts': "import React from 'react'" }, /zod alone/],
  ['test code in the product', { 'src/server/db/x-y.ts': "import '@/server/testing/fresh-database'" }, /only tests/],
  [
    'a call upwards',
    {
      'src/server/domain/tasks/end-task.ts':
        "import { a } from '../quotes/convert-quote'\nexport function endTask() {}",
    },
    /tasks may not call quotes.*reactions/,
  ],
  [
    'a circle of nouns',
    {
      'src/server/domain/members/a-b.ts': "import { c } from '../tokens/c-d'\nexport function aB() {}",
      'src/server/domain/tokens/c-d.ts': "import { a } from '../members/a-b'\nexport function cD() {}",
    },
    /a circle: members → tokens → members/,
  ],
  [
    'a circle of rooms',
    {
      'src/features/tasks/a.tsx': "import { b } from '@/features/orders/b'",
      'src/features/orders/b.tsx': "import { a } from '@/features/tasks/a'",
    },
    /a circle: orders → tasks → orders/,
  ],
  [
    "another noun's table through the builder",
    {
      'src/server/domain/quotes/end-task.ts':
        "import { tasks } from '@/server/db/tables/tasks'\nexport async function endTask() { await tx\n.update(tasks).set({}) }",
    },
    /quotes\/end-task\.ts:3 only src\/server\/domain\/tasks writes tasks/,
  ],
  [
    "another noun's table in raw SQL",
    { 'src/server/domain/quotes/end-task.ts': "export function endTask() { sql`update tasks set status = 'x'` }" },
    /writes tasks/,
  ],
  [
    "another noun's table named inside raw SQL",
    {
      'src/server/domain/quotes/end-task.ts': `import { tasks as t } from '@/server/db/tables/tasks'\nimport { tasks } from '@/server/db/tables/tasks'\nexport function endTask() { sql\`delete from \${tasks}\` }`,
    },
    /writes tasks/,
  ],
  [
    'a table without an owner',
    {
      'src/server/db/tables/widgets.ts': "export const widgets = pgTable('widgets', {})",
      'src/server/domain/quotes/add-widget.ts': 'export function addWidget() { sql`insert into widgets values (1)` }',
    },
    /nobody owns widgets yet/,
  ],
  [
    'a router that reaches for the database',
    { 'src/server/api/tasks.ts': "import { x } from '@/server/db/transaction'\nexport const r = router({})" },
    /only the contract and the domain/,
  ],
  [
    'a verb that does not authorise',
    {
      'src/server/domain/tasks/end-task.ts': 'export function endTask() {}',
      'src/server/api/tasks.ts':
        "import { endTask } from '@/server/domain/tasks/end-task'\nexport const r = router({})",
    },
    /does not authorise/,
  ],
  ['a driver elsewhere', { 'src/lib/money.ts': "import postgres from 'postgres'" }, /behind the door/],
  ['a driver in the workshop', { 'src/server/domain/refusal.ts': "import { Pool } from 'pg'" }, /behind the door/],
  ['a raw begin', { 'src/server/domain/refusal.ts': 'await tx.execute(sql`begin`)' }, /the door opens/],
  ['a raw rollback', { 'src/server/domain/refusal.ts': "await tx.execute('ROLLBACK')" }, /the door opens/],
  ['a setting of the session', { 'src/lib/money.ts': `sql\`select set_config('a', \${b}, false)\`` }, /next company/],
  ['a SET of the session', { 'src/lib/money.ts': 'sql`set role empreita_app`' }, /only SET LOCAL/],
  ['a transaction of the ORM', { 'src/lib/money.ts': 'await tx.transaction(async () => {})' }, /savepoint/],
  ['a transaction of the driver', { 'src/lib/money.ts': 'await sql.begin(async () => {})' }, /ends the process/],
  [
    'an error without words',
    {
      'src/contract/errors.ts': "export const errorCodes = {\n  NOT_FOUND: 'NOT_FOUND',\n}",
      'src/i18n/pt-BR/errors.json': '{}',
    },
    /NOT_FOUND has no words/,
  ],
  [
    'a permission without words',
    {
      'src/contract/permissions.ts': "export type Permission = 'tasks.conclude'",
      'src/i18n/pt-BR/permissions.json': '{"tasks":{}}',
    },
    /tasks\.conclude has no words/,
  ],
  [
    'a plural that says "1" of nothing',
    { 'src/i18n/pt-BR/tasks.json': '{"count":"{count, plural, one {1 tarefa} other {# tarefas}}"}' },
    /also said of 0/,
  ],
  [
    'a variable that nobody explains',
    { 'README.md': '| `PORT` | the port |', 'src/server/log.ts': 'process.env.PORT; process.env.LOG_LEVEL' },
    /LOG_LEVEL is not explained/,
  ],
  ['a variable that nobody reads', { 'README.md': '| `DATA_FOLDER` | where files go |' }, /nothing reads DATA_FOLDER/],
  ['a day without bounds', { 'src/contract/quotes.ts': 'const day = z.iso.date()' }, /a day is calendarDay/],
  ['a path of one machine', { 'README.md': 'see /home/someone/notes' }, /a path of one machine/],
  ['a thing left undone', { 'src/lib/money.ts': ['// TO', 'DO later'].join('') }, /open an issue/],
  ['a rule switched off', { 'src/lib/money.ts': ['// biome', '-ignore lint: no'].join('') }, /not switched off/],
]

describe('catches', () => {
  it.each(BREACHES)('%s', (_, files, sentence) => {
    const said = findings(files)
    expect(
      said.some((finding) => sentence.test(finding)),
      said.join('\n'),
    ).toBe(true)
  })
})

it('accepts a verb that hands over at once to one that authorises', () => {
  const files = {
    'src/server/api/tasks.ts': "import { endTask } from '@/server/domain/tasks/end-task'\nexport const r = router({})",
    'src/server/domain/tasks/end-task.ts':
      "import { setTask } from './set-task'\nexport function endTask() {\n  return setTask(ctx, 'ended')\n}",
    'src/server/domain/tasks/set-task.ts': "export function setTask() { authorize(ctx, 'tasks.end') }",
  }
  expect(findings(files)).toEqual([])
  const withoutIt = { ...files, 'src/server/domain/tasks/set-task.ts': 'export function setTask() {}' }
  expect(findings(withoutIt).join()).toMatch(/does not authorise/)
})

it('does not take for a breach what only looks like one', () => {
  const harmless = {
    'src/lib/money.ts': "// import postgres from 'postgres'\nconst set = new Set(['begin-work', 'rollback plan'])",
    'src/server/domain/quotes/read-tasks.ts': `import { tasks } from '@/server/db/tables/tasks'\nexport function readTasks() { sql\`select from \${tasks} for no key update\`; map.delete(key) }`,
    'src/server/domain/tasks/see-quote.ts':
      "import type { Quote } from '../quotes/load'\nexport function seeQuote() { sql`select set_config('a', 'b', true)` }",
  }
  expect(findings(harmless)).toEqual([])
})
