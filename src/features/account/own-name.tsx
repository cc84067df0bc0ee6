'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { renamePersonInput } from '@/contract/account'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary'
import { FormField } from '@/ui/form-field'
import { FormGrid } from '@/ui/form-grid'
import { Section } from '@/ui/section'
import { TextField } from '@/ui/text-field'
import { useZodForm } from '@/ui/use-zod-form'

const fields = renamePersonInput.omit({ commandId: true })

/** The name by which others see the person, and the e-mail by which they sign in. */
export function OwnName() {
  const t = useTranslations('account.name')
  const trpc = useTRPC()
  const router = useRouter()
  const { data } = useSuspenseQuery(trpc.account.get.queryOptions({}))
  const form = useZodForm(fields, { defaultValues: { name: data.name } })
  const rename = useCommand(trpc.account.rename, {
    form,
    doneMessage: t('done'),
    // The shell shows the name, which comes with the page and not from a query.
    onDone: ({ name }) => {
      form.reset({ name })
      router.refresh()
    },
  })
  return (
    <Section title={t('title')}>
      <form noValidate className="grid gap-3" onSubmit={(event) => void form.handleSubmit(rename.run)(event)}>
        <ErrorSummary form={form} labelOf={() => t('name')} refusal={rename.refusal} />
        <FormGrid>
          <FormField control={form.control} name="name">
            {(field) => (
              <TextField {...field} label={t('name')} autoComplete="name" className="col-span-6" isRequired />
            )}
          </FormField>
          <TextField
            label={t('email')}
            hint={t('emailHint')}
            value={data.email ?? ''}
            onChange={() => undefined}
            className="col-span-6"
            isReadOnly
          />
        </FormGrid>
        <div>
          <Button type="submit" isPending={rename.isPending}>
            {t('submit')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
