'use client'
import { Rows3 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/ui/button'
import { Popover } from '@/ui/popover'
import { Segmented } from '@/ui/segmented'
import { densities, useDensity } from '@/ui/use-density'

/** "Densidade": how high the rows of all lists are. */
export function DensityChooser() {
  const t = useTranslations('listing.layout')
  const [density, changeDensity] = useDensity()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Popover
      label={t('density')}
      align="end"
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <Button size="small" icon={Rows3}>
          {t('density')}
        </Button>
      }
    >
      <Segmented
        label={t('density')}
        value={density}
        onChange={changeDensity}
        options={densities.map((value) => ({ value, label: t(value) }))}
      />
    </Popover>
  )
}
