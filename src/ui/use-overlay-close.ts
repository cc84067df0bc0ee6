'use client'
import { useEffect, useRef } from 'react'

const DOUBLE_CLICK_MS = 500

/**
 * What a window does when it is told to close. The second click of the double click that opened it lands outside, and is no
 * wish to close it again.
 */
export function useOverlayClose(
  isOpen: boolean,
  onClose: () => void,
): (open: boolean, details: { reason: string }) => void {
  const openedAt = useRef(0)
  useEffect(() => {
    if (isOpen) openedAt.current = performance.now()
  }, [isOpen])
  return (open, { reason }) => {
    if (open) return
    if (reason === 'outside-press' && performance.now() - openedAt.current < DOUBLE_CLICK_MS) return
    onClose()
  }
}
