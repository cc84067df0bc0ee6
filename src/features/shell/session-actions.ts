'use client'
import { signOut } from 'next-auth/react'

/** Ends the session and goes to the sign-in. */
export async function signOutOfOffice() {
  await signOut({ callbackUrl: '/sign-in' })
}

/** Moves the session to another company of the person and starts again at its first screen. */
export async function switchCompany(companyId: string) {
  const answer = await fetch('/api/auth/company', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-empreita': 'web' },
    body: JSON.stringify({ companyId }),
  })
  if (answer.ok) window.location.assign('/')
  return answer.ok
}
