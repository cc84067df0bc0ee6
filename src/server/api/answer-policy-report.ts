import { z } from 'zod'
import { log } from '@/server/log'
import { readBody } from './read-body'

const MOST_BYTES = 16_000

const report = z.object({
  'csp-report': z.object({ 'violated-directive': z.string().max(200), 'blocked-uri': z.string().max(2000) }),
})

/** Notes what the content security policy refused in a browser: the rule and the kind of source, no page of anybody. */
export async function answerPolicyReport(request: Request): Promise<Response> {
  const body = await readBody(request, MOST_BYTES)
  const told = report.safeParse(parsed(body))
  if (told.success) {
    const { 'violated-directive': directive, 'blocked-uri': blocked } = told.data['csp-report']
    log.warn({ directive, blocked: blocked.split(/[/?#]/, 3).join('/') }, 'content security policy violated')
  }
  return new Response(null, { status: 204 })
}

function parsed(body: Uint8Array | null): unknown {
  try {
    return body && JSON.parse(new TextDecoder().decode(body))
  } catch {
    return null
  }
}
