'use client'
import { signIn } from 'next-auth/react'
import type { ErrorCode } from '@/contract/errors'

/** What a sign-in can be told. */
export type SignInFailure = Extract<ErrorCode, 'SIGN_IN_FAILED' | 'TOO_MANY_REQUESTS' | 'UNAVAILABLE'>

/** Opens a session in this browser; answers why not, or null when it is open. */
export async function openSession(email: string, password: string): Promise<SignInFailure | null> {
  try {
    const answer = await signIn('credentials', { email, password, redirect: false })
    if (answer?.ok) return null
    if (answer?.status === 429) return 'TOO_MANY_REQUESTS'
    return answer?.status === 401 ? 'SIGN_IN_FAILED' : 'UNAVAILABLE'
  } catch {
    return 'UNAVAILABLE'
  }
}
