import { connection } from 'next/server'
import { NotFoundScreen } from '@/features/shell/not-found-screen'

export default async function NotFound() {
  // Drawn per request: a page made by the build has no nonce, and its scripts would be refused.
  await connection()
  return (
    <main>
      <NotFoundScreen />
    </main>
  )
}
