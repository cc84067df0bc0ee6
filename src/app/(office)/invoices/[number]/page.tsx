import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { getInvoiceInput } from '@/contract/invoices'
import { InvoiceRecord } from '@/features/invoices/invoice-record'
import { NoteBoundary } from '@/features/invoices/note-boundary'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'

type Props = PageProps<'/invoices/[number]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('invoices.name')
  return { title: t('note', { number: (await params).number }) }
}

export default async function InvoicePage({ params }: Props) {
  const number = Number((await params).number)
  const { data: input } = getInvoiceInput.safeParse({ invoice: number })
  if (!input) notFound()
  void getQueryClient().prefetchQuery(trpc.invoices.get.queryOptions(input))
  return (
    <Hydrate>
      <NoteBoundary>
        <InvoiceRecord number={number} />
      </NoteBoundary>
    </Hydrate>
  )
}
