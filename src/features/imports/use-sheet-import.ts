'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { use, useRef, useState } from 'react'
import type { RefusalData } from '@/contract/errors'
import type { ImportField, ImportReading, ImportRegister, ImportRequest } from '@/contract/imports'
import { uuidv7 } from '@/lib/uuid'
import type { SheetCheck, SheetColumns, SheetSummary } from '@/server/api/answer-import'
import { ScreenCompany } from '@/trpc/same-company'
import { type Progress, sendSheet } from './send-sheet'

type Step = 'read' | 'check' | 'run'

type State = {
  name: string
  sheet: SheetColumns | null
  reading: ImportReading
  check: SheetCheck | null
  /** The sheet was read in another way since it was checked. */
  isOutdated: boolean
  summary: SheetSummary | null
  pending: Step | null
  progress: Progress | null
  refusal: RefusalData | null
}

const nothing: State = {
  name: '',
  sheet: null,
  reading: { mapping: [], duplicates: 'skip', corrections: [] },
  check: null,
  isOutdated: false,
  summary: null,
  pending: null,
  progress: null,
  refusal: null,
}

/** The import of one sheet, from the file to what was written. */
export function useSheetImport(register: ImportRegister) {
  const t = useTranslations('imports.run')
  const companyId = use(ScreenCompany)
  const queries = useQueryClient()
  const [state, setState] = useState<State>(nothing)
  const file = useRef<Blob | null>(null)
  const commandId = useRef<string | null>(null)
  const change = (changes: Partial<State>) => setState((now) => ({ ...now, ...changes }))

  async function send<Answer>(step: Step, request: ImportRequest): Promise<Answer | null> {
    if (!file.current) return null
    change({ pending: step, refusal: null, progress: null })
    const onProgress = (progress: Progress) => change({ progress })
    const delivery = await sendSheet<Answer>({ companyId, register, file: file.current, request, onProgress })
    change({ pending: null, progress: null })
    // Only an unknown outcome is asked about again under the same id.
    if (step === 'run' && delivery.outcome !== 'unknown') commandId.current = null
    if (delivery.outcome === 'done') return delivery.answer
    const unknown: RefusalData = { code: 'UNAVAILABLE', message: t('unknown'), blockers: [] }
    change({ refusal: delivery.outcome === 'refused' ? delivery.refusal : unknown })
    return null
  }

  /** Takes a file; its bytes are kept, so that changing it on the disk meanwhile changes nothing here. */
  async function take(chosen: File) {
    const { duplicates } = state.reading
    const before = state.sheet && state.reading.mapping
    setState({ ...nothing, name: chosen.name, pending: 'read' })
    file.current = new Blob([await chosen.arrayBuffer()])
    commandId.current = null
    const sheet = await send<SheetColumns>('read', { step: 'read' })
    if (!sheet) return
    // A corrected file with the same columns keeps what was said of them.
    const guessed = sheet.columns.map(({ field }) => field)
    const mapping = before && before.length === guessed.length ? before : guessed
    change({ sheet, reading: { mapping, duplicates, corrections: [] } })
  }
  function read(changes: Partial<ImportReading>) {
    commandId.current = null
    setState((now) => ({ ...now, reading: { ...now.reading, ...changes }, isOutdated: now.check !== null }))
  }
  return {
    ...state,
    take,
    choose: (column: number, field: ImportField | null) =>
      read({
        mapping: state.reading.mapping.map((chosen, index) =>
          index === column ? field : chosen === field ? null : chosen,
        ),
      }),
    setDuplicates: (duplicates: ImportReading['duplicates']) => read({ duplicates }),
    correct: (line: number, field: ImportField, value: string) =>
      read({
        corrections: [
          ...state.reading.corrections.filter((other) => other.line !== line || other.field !== field),
          { line, field, value },
        ],
      }),
    check: async () => {
      const check = await send<SheetCheck>('check', { step: 'check', ...state.reading })
      if (check) change({ check, isOutdated: false })
      return check
    },
    checked: state.check,
    run: async () => {
      commandId.current ??= uuidv7()
      const summary = await send<SheetSummary>('run', { step: 'run', ...state.reading, commandId: commandId.current })
      if (!summary) return
      change({ summary })
      await queries.invalidateQueries()
    },
    restart: () => {
      file.current = null
      setState(nothing)
    },
  }
}

export type SheetImport = ReturnType<typeof useSheetImport>
