/** Where the bytes of files lie. A key is made by the caller from what the bytes are, so that a key never changes its content. */
export type FileStorage = {
  /** Keeps `bytes` under `key`, durably, before it resolves; a key that is there already stays as it is. */
  put: (key: string, bytes: Uint8Array) => Promise<void>
  /** The bytes under `key`, or null. */
  get: (key: string) => Promise<Uint8Array<ArrayBuffer> | null>
}
