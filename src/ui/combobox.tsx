'use client'
import { Combobox as BaseCombobox } from '@base-ui/react/combobox'
import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, type Ref, useEffect, useEffectEvent, useRef, useState } from 'react'
import { foldAccents } from '@/lib/accent-fold'
import type { FieldProps } from './field-props'
import { FieldShell } from './field-shell'
import { Kbd } from './kbd'
import { MatchText } from './match-text'

export type ComboboxOption = {
  value: string
  label: string
  /** Before the label, in its own column: a service's code. */
  code?: string
  /** After the label, quieter: document, city, last sale. */
  detail?: string
  /** At the right end: a price. */
  end?: ReactNode
}

export type ComboboxProps = FieldProps<string> & {
  ref?: Ref<HTMLInputElement>
  options: readonly ComboboxOption[]
  /** The option of the value that came from the server, which `options` may not hold. */
  initialOption?: ComboboxOption | null
  /** Called after a pause of 200 ms with what was typed; without it `options` is filtered here. */
  onSearch?: (query: string) => void
  isLoading?: boolean
  hasFailed?: boolean
  placeholder?: string
  /** After a pick, with the whole option. */
  onPick?: (option: ComboboxOption) => void
  /** Says what Enter does next: "escolhe e vai para Qtd". */
  enterHint?: string
  /** The list is wider than its field, as in table cells. */
  isListWide?: boolean
  /** In cells the magnifier is left out. */
  isBare?: boolean
  /** What was picked stands there by its code. */
  showsCode?: boolean
}

/** A choice among many, found by words. Value is the option's id, `''` when empty. Enter picks the highlighted one. */
export function Combobox({
  value,
  onChange,
  onBlur,
  name,
  isDisabled,
  isReadOnly,
  ref,
  options,
  initialOption,
  onSearch,
  isLoading = false,
  hasFailed = false,
  placeholder,
  onPick,
  enterHint,
  isListWide = false,
  isBare = false,
  showsCode = false,
  ...frame
}: ComboboxProps) {
  const t = useTranslations('kit.combobox')
  const [picked, setPicked] = useState<ComboboxOption | null>(null)
  const [query, setQuery] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const popup = useRef<HTMLDivElement>(null)
  const [searched, setSearched] = useState('')
  const [wanted, setWanted] = useState<string | null>(null)
  const isAnswered = onSearch === undefined || (searched === query && !isLoading)
  const search = useEffectEvent((text: string) => {
    setSearched(text)
    onSearch?.(text)
  })
  useEffect(() => {
    const timer = setTimeout(() => search(query), 200)
    return () => clearTimeout(timer)
  }, [query])
  const pickFirst = useEffectEvent(() => {
    setWanted(null)
    const [first] = options
    if (first) pick(first)
  })
  useEffect(() => {
    if (wanted === null || wanted !== query || !isAnswered) return
    const timer = setTimeout(() => pickFirst())
    return () => clearTimeout(timer)
  }, [wanted, query, isAnswered])

  function pick(option: ComboboxOption | null) {
    setPicked(option)
    onChange(option?.value ?? '')
    if (option) onPick?.(option)
    setIsOpen(false)
    setQuery('')
  }
  const current = value === '' ? null : ([picked, initialOption, ...options].find((o) => o?.value === value) ?? null)
  return (
    <FieldShell {...frame}>
      {(control) => (
        <BaseCombobox.Root
          items={options}
          value={current}
          onValueChange={pick}
          onInputValueChange={(text, { reason }) => setQuery(reason === 'input-change' ? text : '')}
          itemToStringLabel={({ label, code }) => (showsCode ? (code ?? label) : label)}
          isItemEqualToValue={(a, b) => a.value === b.value}
          filter={onSearch ? null : matches}
          autoHighlight
          open={isOpen}
          onOpenChange={setIsOpen}
          disabled={isDisabled}
          readOnly={isReadOnly}
        >
          <BaseCombobox.InputGroup className="relative flex items-center">
            <BaseCombobox.Input
              {...control}
              ref={ref}
              name={name}
              placeholder={placeholder}
              className={isBare ? 'ui-control' : 'ui-control pr-8'}
              onKeyDown={(event) => {
                // It would empty the field; what the field stands in may close.
                if (event.key === 'Escape' && !isOpen) return event.preventBaseUIHandler()
                if (event.key !== 'Enter' || query === '' || isAnswered) return
                // The list still shows the answer to fewer letters: what Enter means is its first line once it has come.
                event.preventDefault()
                event.preventBaseUIHandler()
                setWanted(query)
                if (searched !== query) {
                  setSearched(query)
                  onSearch?.(query)
                }
              }}
              onBlur={(event) => {
                setWanted(null)
                if (event.relatedTarget && !popup.current?.contains(event.relatedTarget)) setIsOpen(false)
                onBlur?.()
              }}
            />
            {!isBare && (
              <Search
                aria-hidden
                strokeWidth={1.75}
                className="pointer-events-none absolute right-2 size-4 text-ink-3"
              />
            )}
          </BaseCombobox.InputGroup>
          {isOpen && (
            <BaseCombobox.Portal>
              <BaseCombobox.Positioner sideOffset={4} align="start" className="z-50 outline-none">
                {/* Not the Popup part: it hides the rest of the page, labels included, while everything there stays focusable. */}
                <div
                  ref={popup}
                  className={`ui-popup rounded-control border border-control bg-surface p-1 shadow-popup ${
                    isListWide ? 'w-[min(560px,var(--available-width))]' : 'w-(--anchor-width) min-w-[280px]'
                  }`}
                >
                  <BaseCombobox.Status className="px-2 py-1.5 text-ink-2 empty:hidden">
                    {statusOf({ isLoading, hasFailed, isEmpty: options.length === 0, query }, t)}
                  </BaseCombobox.Status>
                  <BaseCombobox.List
                    aria-label={frame.label}
                    className="max-h-[min(320px,var(--available-height))] overflow-auto outline-none"
                  >
                    {(option: ComboboxOption) => (
                      <BaseCombobox.Item
                        key={option.value}
                        value={option}
                        className="flex items-baseline gap-3 rounded-badge px-2 py-1.5 outline-none select-none data-highlighted:bg-selected data-highlighted:shadow-[inset_2px_0_0_var(--accent)] pointer-coarse:min-h-11"
                      >
                        <OptionText option={option} query={query} />
                      </BaseCombobox.Item>
                    )}
                  </BaseCombobox.List>
                  {enterHint && (
                    <p
                      aria-hidden
                      className="mt-1 flex items-center gap-1.5 border-t border-line px-2 pt-2 pb-1 text-xs text-ink-2"
                    >
                      <Kbd>{t('enterKey')}</Kbd>
                      {enterHint}
                    </p>
                  )}
                </div>
              </BaseCombobox.Positioner>
            </BaseCombobox.Portal>
          )}
        </BaseCombobox.Root>
      )}
    </FieldShell>
  )
}

function OptionText({ option, query }: { option: ComboboxOption; query: string }) {
  return (
    <>
      {option.code && (
        <span className="w-16 flex-none text-ink-2">
          <MatchText text={option.code} query={query} />
        </span>
      )}
      <span className="min-w-0 flex-1">
        <MatchText text={option.label} query={query} />
        {option.detail && <span className="ml-3 text-ink-3">{option.detail}</span>}
      </span>
      {option.end && <span className="flex-none font-medium">{option.end}</span>}
    </>
  )
}

function matches(option: ComboboxOption, query: string): boolean {
  const text = foldAccents([option.code, option.label, option.detail].filter(Boolean).join(' '))
  return foldAccents(query)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

type SearchState = { isLoading: boolean; hasFailed: boolean; isEmpty: boolean; query: string }

function statusOf(
  { isLoading, hasFailed, isEmpty, query }: SearchState,
  t: ReturnType<typeof useTranslations<'kit.combobox'>>,
): string | null {
  if (hasFailed) return t('failed')
  if (!isEmpty) return null
  if (isLoading) return t('loading')
  return query === '' ? t('type') : t('empty', { query })
}
