'use client'
import { useTranslations } from 'next-intl'
import { PageBody } from '@/ui/page-body'
import { PageHeader } from '@/ui/page-header'
import { AuditSection } from './audit-section'
import { BackupSection } from './backup-section'
import { JobsSection } from './jobs-section'
import { MachineSection } from './machine-section'

/** Whether what keeps the data is well: backup first, then what waits, what diverges, and the facts. */
export function SystemScreen() {
  const t = useTranslations('system')
  return (
    <>
      <PageHeader title={t('title')} breadcrumb={[{ label: t('parent'), href: '/settings' }]} isRuled />
      <PageBody>
        <BackupSection />
        <AuditSection />
        <JobsSection />
        <MachineSection />
      </PageBody>
    </>
  )
}
