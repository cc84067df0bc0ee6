import { config } from 'zod/v4/core'

// Schemas would try to compile themselves with eval, which the content security policy refuses and reports on every page.
config({ jitless: true })
