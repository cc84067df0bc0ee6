'use client'
import { List, SquareKanban } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Segmented } from '@/ui/segmented'

type Look = 'list' | 'board'

/** The task centre as a list or as a board. */
export function TaskLooks({ look, onChange }: { look: Look; onChange: (look: 'board' | undefined) => void }) {
  const t = useTranslations('tasks.looks')
  return (
    <Segmented<Look>
      label={t('label')}
      value={look}
      onChange={(wanted) => onChange(wanted === 'board' ? 'board' : undefined)}
      options={[
        { value: 'list', label: t('list'), icon: List },
        { value: 'board', label: t('board'), icon: SquareKanban },
      ]}
    />
  )
}
