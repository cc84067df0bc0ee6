import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { getCustomerInput } from '@/contract/customers'
import { EditCustomer } from '@/features/customers/edit-customer'
import { getQueryClient, Hydrate, trpc } from '@/trpc/server'
import { QueryBoundary } from '@/ui/query-boundary'

type Props = PageProps<'/customers/[number]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('customers.form')
  return { title: t('pageTitle', { number: (await params).number }) }
}

export default async function CustomerPage({ params }: Props) {
  const { data: input } = getCustomerInput.safeParse({ number: Number((await params).number) })
  if (!input) notFound()
  void getQueryClient().prefetchQuery(trpc.customers.get.queryOptions(input))
  return (
    <Hydrate>
      <QueryBoundary>
        <EditCustomer number={input.number} />
      </QueryBoundary>
    </Hydrate>
  )
}
