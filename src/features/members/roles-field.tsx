'use client'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { type Role, roles } from '@/contract/permissions'
import { Checkbox } from '@/ui/checkbox'

export type RolesFieldProps = {
  /** Where the form's error summary leads. */
  id?: string
  value: readonly Role[]
  onChange: (value: Role[]) => void
  error?: string
}

/** Which roles a person has, each with what it opens. */
export function RolesField({ id, value, onChange, error }: RolesFieldProps) {
  const t = useTranslations('members.roles')
  const name = useTranslations('shell.roles')
  const kit = useTranslations('kit')
  const errorId = useId()
  return (
    <fieldset id={id} tabIndex={-1} className="grid gap-2" aria-describedby={error ? errorId : undefined}>
      <legend className="mb-1 text-xs font-medium text-ink-2">
        {t('label')}{' '}
        <span aria-hidden className="text-danger-tx">
          *
        </span>
        <span className="sr-only">({kit('required')})</span>
      </legend>
      {roles.map((role) => (
        <Checkbox
          key={role}
          label={name(role)}
          hint={t(`about.${role}`)}
          value={value.includes(role)}
          onChange={(isChosen) =>
            onChange(roles.filter((other) => (other === role ? isChosen : value.includes(other))))
          }
        />
      ))}
      {error && (
        <p id={errorId} className="text-xs font-medium text-danger-tx">
          {error}
        </p>
      )}
    </fieldset>
  )
}
