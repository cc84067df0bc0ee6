/** Whether this is what the browser gets to see of a failure of the server's rendering: an error with a digest, and no word of why. */
export function isHiddenFailure(error: unknown): boolean {
  return error instanceof Error && 'digest' in error
}
