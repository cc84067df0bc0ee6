/** A PDF as an answer: shown or as a file named `fileName`, kept by no cache, found by no search engine. */
export function paperResponse(bytes: Buffer, fileName: string, isDownload: boolean): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-length': String(bytes.byteLength),
      'content-disposition': `${isDownload ? 'attachment' : 'inline'}; filename="${fileName}"`,
      'content-security-policy':
        "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow, noarchive',
      'cache-control': 'private, no-store',
      vary: 'Cookie, Authorization',
    },
  })
}
