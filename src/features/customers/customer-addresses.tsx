'use client'
import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFieldArray } from 'react-hook-form'
import { MunicipalityField } from '@/features/registers/municipality-field'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { FormField } from '@/ui/form-field'
import { FormGrid } from '@/ui/form-grid'
import { FormTextField } from '@/ui/form-text-field'
import { Section } from '@/ui/section'
import { type Customer, type CustomerFormApi, emptyAddress } from './customer-form-values'
import { PostalCodeField, type PostalPlace } from './postal-code-field'

type StoredAddresses = Customer['addresses']

/** Where the customer is billed and served. */
export function CustomerAddresses({ form, stored }: { form: CustomerFormApi; stored: StoredAddresses }) {
  const t = useTranslations('customers.form')
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'addresses', keyName: 'key' })
  return (
    <Section
      title={t('addresses')}
      note={t('addressesNote')}
      isFlush
      end={
        <Button icon={Plus} size="small" onClick={() => append({ ...emptyAddress, isBilling: fields.length === 0 })}>
          {t('addAddress')}
        </Button>
      }
    >
      {fields.length === 0 && <p className="px-4 py-3 text-ink-2">{t('noAddress')}</p>}
      <ul className="divide-y divide-line">
        {fields.map((field, index) => (
          <li key={field.key} className="px-4 pt-3 pb-4">
            <AddressFields form={form} index={index} stored={stored} onRemove={() => remove(index)} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

type AddressFieldsProps = { form: CustomerFormApi; index: number; stored: StoredAddresses; onRemove: () => void }

function AddressFields({ form, index, stored, onRemove }: AddressFieldsProps) {
  const t = useTranslations('customers.form')
  const { control } = form
  const path = `addresses.${index}` as const
  const [found, setFound] = useState<PostalPlace | null>(null)
  // What somebody typed is worth more than what a register of streets says.
  function fill(place: PostalPlace) {
    setFound(place)
    for (const field of ['street', 'district', 'municipalityCode'] as const) {
      if (!form.getValues(`${path}.${field}`)) {
        form.setValue(`${path}.${field}`, place[field], { shouldDirty: true, shouldValidate: place[field] !== '' })
      }
    }
  }
  return (
    <fieldset aria-label={t('addressTitle', { position: index + 1 })} className="m-0 min-w-0 border-0 p-0">
      <div className="mb-2 flex flex-wrap items-center gap-3">
        <h3 className="font-medium">{t('addressTitle', { position: index + 1 })}</h3>
        <FormField control={control} name={`${path}.isBilling`}>
          {(field) => (
            <Checkbox
              {...field}
              value={field.value ?? false}
              label={t('isBilling')}
              onChange={(isBilling) => markBilling(form, index, isBilling)}
            />
          )}
        </FormField>
        <Button icon={Trash2} size="small" variant="ghost" className="ml-auto" onClick={onRemove}>
          {t('removeAddress')}
        </Button>
      </div>
      <FormGrid>
        <FormTextField
          control={control}
          name={`${path}.label`}
          label={t('label')}
          placeholder={t('labelPlaceholder')}
          className="col-span-3"
          isOptional
        />
        <PostalCodeField form={form} path={path} className="col-span-2" onFound={fill} />
        <FormTextField
          control={control}
          name={`${path}.street`}
          label={t('street')}
          className="col-span-5"
          isRequired
        />
        <FormTextField
          control={control}
          name={`${path}.streetNumber`}
          label={t('streetNumber')}
          className="col-span-2"
          isRequired
        />
        <FormTextField
          control={control}
          name={`${path}.complement`}
          label={t('complement')}
          className="col-span-3"
          isOptional
        />
        <FormTextField
          control={control}
          name={`${path}.district`}
          label={t('district')}
          className="col-span-4"
          isRequired
        />
        <FormField control={control} name={`${path}.municipalityCode`}>
          {(field) => (
            <MunicipalityField
              {...field}
              value={field.value ?? ''}
              initial={municipalityOf(stored, field.value, found)}
              label={t('municipalityCode')}
              className="col-span-5"
              isRequired
            />
          )}
        </FormField>
      </FormGrid>
    </fieldset>
  )
}

// Notes are made out to one address: marking it takes the mark off the others.
function markBilling(form: CustomerFormApi, index: number, isBilling: boolean) {
  form.getValues('addresses')?.forEach((_, other) => {
    form.setValue(`addresses.${other}.isBilling`, other === index && isBilling, { shouldDirty: true })
  })
}

function municipalityOf(stored: StoredAddresses, code: string | undefined, looked: PostalPlace | null) {
  if (looked && looked.municipalityCode === code) return looked.municipality
  const found = stored.find(({ municipalityCode }) => municipalityCode === code)
  return found ? { code: found.municipalityCode, name: found.city, state: found.state } : null
}
