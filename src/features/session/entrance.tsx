import { Check, Circle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatCents } from '@/lib/money'

/** The page before the product: what it is about on a wide screen, a card with the form on a phone. */
export function Entrance({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const product = useTranslations('shell')('product')
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)_520px] bg-canvas max-tablet:grid-cols-1">
      <main className="grid min-h-dvh grid-rows-[auto_1fr] bg-surface px-12 py-6 text-sm max-tablet:bg-canvas max-tablet:p-4">
        <p className="flex items-center gap-2 text-base font-bold max-tablet:text-lg">
          <Mark />
          {product}
        </p>
        <div className="mx-auto grid w-[360px] max-w-full gap-4 self-center py-6 [--control:40px] max-tablet:w-[420px] max-tablet:self-start max-tablet:rounded-card max-tablet:border max-tablet:border-line max-tablet:bg-surface max-tablet:p-4 max-phone:mt-4 max-phone:w-full max-phone:[--control:52px]">
          <header className="grid gap-2">
            <h1 className="text-xl font-bold max-phone:text-lg">{title}</h1>
            <p className="text-ink-2">{lead}</p>
          </header>
          {children}
        </div>
      </main>
      <Side />
    </div>
  )
}

const billed = 'border-ok-fg/40 bg-ok-bg text-ok-fg'
const ready = 'border-ready-fg/40 bg-ready-bg text-ready-fg'
const open = 'border-control bg-surface'
const strip = [...Array(18).keys()].map((unit) => ({ unit, look: unit < 6 ? billed : unit < 11 ? ready : open }))

function Side() {
  const t = useTranslations('session.side')
  const rows = [
    { name: t('billed'), cents: 220_000, look: billed, icon: <Check aria-hidden className="size-3.5" /> },
    {
      name: t('ready'),
      cents: 175_000,
      look: ready,
      icon: <Circle aria-hidden fill="currentColor" className="size-2.5" />,
    },
    { name: t('open'), cents: 270_000, look: open, icon: null },
  ]
  return (
    <aside
      aria-label={t('label')}
      className="grid content-center border-l border-line bg-canvas p-12 text-sm max-tablet:hidden"
    >
      <p className="text-lg font-medium">
        {t('leadUnit')}
        <br />
        {t('leadTask')}
      </p>
      <div role="img" aria-label={t('strip')} className="my-6 grid grid-cols-9 gap-1">
        {strip.map(({ unit, look }) => (
          <span key={unit} className={`h-7 rounded-badge border ${look}`} />
        ))}
      </div>
      <ul>
        {rows.map(({ name, cents, look, icon }) => (
          <li key={name} className="grid grid-cols-[20px_1fr_auto] items-center gap-3 border-t border-line py-2">
            <span className={`grid size-5 place-items-center rounded-badge border ${look}`}>{icon}</span>
            <span>{name}</span>
            <b>{formatCents(cents)}</b>
          </li>
        ))}
        <li className="grid grid-cols-[20px_1fr_auto] gap-3 border-t border-control py-2 font-bold">
          <span className="col-start-2">{t('total')}</span>
          <span>{formatCents(665_000)}</span>
        </li>
      </ul>
    </aside>
  )
}

function Mark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" className="text-accent">
      <rect x="1" y="1" width="8" height="8" rx="2" fill="currentColor" />
      <rect x="11" y="1" width="8" height="8" rx="2" fill="currentColor" />
      <rect x="1" y="11" width="8" height="8" rx="2" fill="currentColor" />
      <rect x="11.75" y="11.75" width="6.5" height="6.5" rx="1.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  )
}
