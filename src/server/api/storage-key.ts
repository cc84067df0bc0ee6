/** Where a company's picture lies: by what its bytes are, in a folder of the company. */
export function storageKey(companyId: string, sha256: string, isThumbnail = false): string {
  return `${companyId}/${sha256.slice(0, 2)}/${sha256}${isThumbnail ? '-thumbnail' : ''}`
}
