'use client'
import { signOut } from 'next-auth/react'
import { forgetPeople } from './kept-on-device'

/** Ends the session in this browser and forgets what its person had typed and opened here. */
export function signOutHere(): void {
  forgetPeople()
  void signOut({ callbackUrl: '/sign-in' })
}
