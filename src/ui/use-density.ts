'use client'
import { z } from 'zod'
import { useDeviceSetting } from './use-device-setting'

export const densities = ['compact', 'normal', 'roomy'] as const
export type Density = (typeof densities)[number]

/** How high the rows of all lists are on this device, and how to change it. */
export function useDensity(): [Density, (density: Density) => void] {
  return useDeviceSetting<Density>('empreita.density', z.enum(densities), 'normal')
}
