'use client'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { Permission } from '@/contract/permissions'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'

export type PermissionsFieldProps = {
  /** Where the form's error summary leads. */
  id?: string
  grantable: readonly Permission[]
  value: readonly Permission[]
  onChange: (value: Permission[]) => void
  error?: string
}

/** What a key may do, in groups by noun; only what its maker may do is offered. */
export function PermissionsField({ id, grantable, value, onChange, error }: PermissionsFieldProps) {
  const t = useTranslations('tokens')
  const name = useTranslations('permissions')
  const kit = useTranslations('kit')
  const errorId = useId()
  const isAll = value.length === grantable.length
  return (
    <fieldset id={id} tabIndex={-1} className="grid gap-3" aria-describedby={error ? errorId : undefined}>
      <legend className="mb-1 flex w-full items-center text-xs font-medium text-ink-2">
        <span>
          {t('create.permissions')}{' '}
          <span aria-hidden className="text-danger-tx">
            *
          </span>
          <span className="sr-only">({kit('required')})</span>
        </span>
        <Button variant="link" className="ml-auto text-xs" onClick={() => onChange(isAll ? [] : [...grantable])}>
          {isAll ? t('create.none') : t('create.all')}
        </Button>
      </legend>
      <p className="text-xs text-ink-3">{t('create.permissionsHint')}</p>
      {groupsOf(grantable).map(([noun, permissions]) => (
        <fieldset
          key={noun}
          className="grid grid-cols-[120px_1fr] gap-x-3 border-t border-line pt-2 max-phone:grid-cols-1"
        >
          <legend className="sr-only">{t(`groups.${noun}`)}</legend>
          <span aria-hidden className="font-medium">
            {t(`groups.${noun}`)}
          </span>
          <div className="grid gap-1">
            {permissions.map((permission) => (
              <Checkbox
                key={permission}
                label={name(permission)}
                value={value.includes(permission)}
                onChange={(isChosen) =>
                  onChange(grantable.filter((other) => (other === permission ? isChosen : value.includes(other))))
                }
              />
            ))}
          </div>
        </fieldset>
      ))}
      {error && (
        <p id={errorId} className="text-xs font-medium text-danger-tx">
          {error}
        </p>
      )}
    </fieldset>
  )
}

type Noun = Permission extends infer P ? (P extends `${infer N}.${string}` ? N : never) : never

function groupsOf(permissions: readonly Permission[]): [Noun, Permission[]][] {
  const groups = new Map<Noun, Permission[]>()
  for (const permission of permissions) {
    const noun = permission.split('.', 1)[0] as Noun
    groups.set(noun, [...(groups.get(noun) ?? []), permission])
  }
  return [...groups]
}
