'use client'
import { ErrorScreen } from '@/features/shell/error-screen'

export default function OfficeError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <ErrorScreen error={error} onRetry={reset} />
}
