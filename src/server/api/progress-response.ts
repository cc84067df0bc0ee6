import { failureResponse } from './failure-response'

/**
 * The answer of a gesture that takes seconds, as lines of JSON: `{ progress }` while it is under way, then `{ result }` or
 * `{ refusal }`. Whoever stops listening does not stop it: the same command asked again answers what happened.
 */
export function progressResponse<Progress, Result>(
  act: (tell: (progress: Progress) => void) => Promise<Result>,
): Response {
  const encoder = new TextEncoder()
  let isHeard = true
  const lines = new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (line: object) => {
        if (isHeard) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
      }
      try {
        say({ result: await act((progress) => say({ progress })) })
      } catch (error) {
        say(await failureResponse(error).json())
      }
      if (isHeard) controller.close()
    },
    cancel() {
      isHeard = false
    },
  })
  return new Response(lines, { headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' } })
}
