'use client'
import { useTranslations } from 'next-intl'
import type { CompanyFiscalField } from '@/contract/companies'
import { Callout } from '@/ui/callout'
import { fieldId } from '@/ui/form-field'

/** F17: what keeps the company from emitting notes, each with the way to its field. */
export function MissingFields({ missing }: { missing: readonly CompanyFiscalField[] }) {
  const t = useTranslations('companies.missing')
  if (missing.length === 0) return null
  return (
    <Callout tone="warn" title={t('title', { count: missing.length })}>
      <ul>
        {missing.map((field) => (
          <li key={field}>
            <a
              href={`#${fieldId(field)}`}
              className="font-medium text-inherit underline"
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(fieldId(field))?.focus()
              }}
            >
              {t(field)}
            </a>
          </li>
        ))}
      </ul>
    </Callout>
  )
}
