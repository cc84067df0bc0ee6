const TIME_BYTES = 6

/**
 * The id of a gesture (UUID version 7, ordered by time). Make one per gesture and send it again unchanged with each retry: the
 * same id has one effect and one answer.
 */
export function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const time = Date.now()
    .toString(16)
    .padStart(2 * TIME_BYTES, '0')
  for (let place = 0; place < TIME_BYTES; place++)
    bytes[place] = Number.parseInt(time.slice(2 * place, 2 * place + 2), 16)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
