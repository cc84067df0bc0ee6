'use client'
import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFieldArray } from 'react-hook-form'
import { formatPhone } from '@/lib/phone'
import { Button } from '@/ui/button'
import { FormGrid } from '@/ui/form-grid'
import { FormTextField } from '@/ui/form-text-field'
import { Section } from '@/ui/section'
import { type CustomerFormApi, emptyContact } from './customer-form-values'

/** The people of the customer. */
export function CustomerContacts({ form }: { form: CustomerFormApi }) {
  const t = useTranslations('customers.form')
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'contacts', keyName: 'key' })
  return (
    <Section
      title={t('contacts')}
      note={t('contactsNote')}
      isFlush
      end={
        <Button icon={Plus} size="small" onClick={() => append(emptyContact)}>
          {t('addContact')}
        </Button>
      }
    >
      {fields.length === 0 && <p className="px-4 py-3 text-ink-2">{t('noContact')}</p>}
      <ul className="divide-y divide-line">
        {fields.map((field, index) => (
          <li key={field.key} className="px-4 pt-3 pb-4">
            <ContactFields form={form} index={index} onRemove={() => remove(index)} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

type ContactFieldsProps = { form: CustomerFormApi; index: number; onRemove: () => void }

function ContactFields({ form: { control }, index, onRemove }: ContactFieldsProps) {
  const t = useTranslations('customers.form')
  const path = `contacts.${index}` as const
  return (
    <fieldset aria-label={t('contactTitle', { position: index + 1 })} className="m-0 min-w-0 border-0 p-0">
      <div className="mb-2 flex flex-wrap items-center gap-3">
        <h3 className="font-medium">{t('contactTitle', { position: index + 1 })}</h3>
        <Button icon={Trash2} size="small" variant="ghost" className="ml-auto" onClick={onRemove}>
          {t('removeContact')}
        </Button>
      </div>
      <FormGrid>
        <FormTextField control={control} name={`${path}.name`} label={t('name')} className="col-span-4" isRequired />
        <FormTextField
          control={control}
          name={`${path}.jobTitle`}
          label={t('jobTitle')}
          className="col-span-2"
          isOptional
        />
        <FormTextField
          control={control}
          name={`${path}.email`}
          label={t('email')}
          type="email"
          inputMode="email"
          className="col-span-3"
          isOptional
        />
        <FormTextField
          control={control}
          name={`${path}.phone`}
          label={t('phone')}
          type="tel"
          inputMode="tel"
          format={formatPhone}
          className="col-span-3"
          isOptional
        />
      </FormGrid>
    </fieldset>
  )
}
