'use client'
import { QueryErrorResetBoundary } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Component, type ReactNode, Suspense } from 'react'
import { isHiddenFailure } from '@/lib/hidden-failure'
import { ErrorBand } from './error-band'
import { errorDetail } from './error-detail'
import { Unavailable } from './unavailable'

export type QueryBoundaryProps = {
  children: ReactNode
  skeleton?: ReactNode
  /** What to show for this error instead of what is shown for every screen; undefined leaves it to that. */
  failureOf?: (error: unknown) => ReactNode
}

/** Waits and fails kindly around components that read with `useSuspenseQuery`. */
export function QueryBoundary({ children, skeleton, failureOf }: QueryBoundaryProps) {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <ErrorCatcher onReset={reset} failureOf={failureOf}>
          <Suspense fallback={<Waiting>{skeleton ?? <SkeletonRows />}</Waiting>}>{children}</Suspense>
        </ErrorCatcher>
      )}
    </QueryErrorResetBoundary>
  )
}

/** Shows its children only after 300 ms, so that quick answers do not flicker. */
export function Waiting({ children }: { children: ReactNode }) {
  const t = useTranslations('kit.table')
  return (
    <div className="ui-waiting">
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      <div aria-hidden>{children}</div>
    </div>
  )
}

/** Grey lines in the rhythm of a table. */
export function SkeletonRows({ rows = 8 }: { rows?: number }) {
  return [...Array(rows).keys()].map((row) => (
    <div key={row} className="flex h-(--row) items-center gap-6 border-b border-line px-4">
      <span className="h-3 w-14 rounded-badge bg-neutral-bg" />
      <span className="h-3 flex-1 rounded-badge bg-neutral-bg" />
      <span className="h-3 w-24 rounded-badge bg-neutral-bg" />
    </div>
  ))
}

type ErrorCatcherProps = Pick<QueryBoundaryProps, 'failureOf'> & { onReset: () => void; children: ReactNode }

class ErrorCatcher extends Component<ErrorCatcherProps, { error: unknown }> {
  override state: { error: unknown } = { error: null }
  private hasAskedAgain = false

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  // What the server failed to prefetch is asked again from here, once: that answer says why.
  override componentDidCatch(error: unknown) {
    if (!isHiddenFailure(error) || this.hasAskedAgain) return
    this.hasAskedAgain = true
    this.retry()
  }

  private readonly retry = () => {
    this.props.onReset()
    this.setState({ error: null })
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    if (isHiddenFailure(error) && !this.hasAskedAgain) return null
    return this.props.failureOf?.(error) ?? <Failure error={error} onRetry={this.retry} />
  }
}

// Asking again does not help who may not see a screen, or whose record is not there.
function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { refusal } = errorDetail(error)
  if (refusal === 'FORBIDDEN' || refusal === 'NOT_FOUND') return <Unavailable reason={refusal} />
  return <ErrorBand error={error} onRetry={onRetry} />
}
