import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewCustomer } from '@/features/customers/new-customer'
import { OnlyWith } from '@/features/session/only-with'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customers'))('new') }
}

export default function NewCustomerPage() {
  return (
    <OnlyWith permission="customers.write">
      <NewCustomer />
    </OnlyWith>
  )
}
