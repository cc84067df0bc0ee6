'use client'
import { useTranslations } from 'next-intl'
import { type Role, roles } from '@/contract/permissions'
import { Checkbox } from '@/ui/checkbox'

export type RolesFieldProps = {
  value: readonly Role[]
  onChange: (value: Role[]) => void
  error?: string
}

/** Which roles a person has, each with what it opens. */
export function RolesField({ value, onChange, error }: RolesFieldProps) {
  const t = useTranslations('members.roles')
  const name = useTranslations('shell.roles')
  return (
    <fieldset className="grid gap-2" aria-invalid={error ? true : undefined}>
      <legend className="mb-1 text-xs font-medium text-ink-2">{t('label')}</legend>
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
      {error && <p className="text-xs font-medium text-danger-tx">{error}</p>}
    </fieldset>
  )
}
