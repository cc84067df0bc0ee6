'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '@/ui/button'
import { useShortcut } from '@/ui/shortcut-provider'
import { NewTaskDialog } from './new-task-dialog'
import { useTaskPanel } from './use-task-panel'

/** "Nova tarefa": its button, its key N and its dialog; the new task is then shown. */
export function useNewTask(mayCreate: boolean): { button: ReactNode; dialog: ReactNode } {
  const t = useTranslations('tasks.new')
  const panel = useTaskPanel()
  const [isOpen, setIsOpen] = useState(false)
  useShortcut('n', () => setIsOpen(true), { label: t('title'), isEnabled: mayCreate })
  return {
    button: mayCreate && (
      <Button variant="primary" icon={Plus} shortcut="N" onClick={() => setIsOpen(true)}>
        {t('title')}
      </Button>
    ),
    dialog: isOpen && (
      <NewTaskDialog
        onClose={() => setIsOpen(false)}
        onCreated={(id) => {
          setIsOpen(false)
          panel.open(id)
        }}
      />
    ),
  }
}
