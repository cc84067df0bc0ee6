const storeName = 'pictures'

/** Keeps the bytes of a picture on the device until the server has them; a closed tab loses nothing. */
export async function keepPicture(id: string, picture: Blob): Promise<void> {
  const bytes = await picture.arrayBuffer()
  await inStore('readwrite', (store) => store.put({ bytes, type: picture.type }, id))
}

/** The bytes, or null when this device does not hold them. */
export async function readPicture(id: string): Promise<Blob | null> {
  const found: unknown = await inStore('readonly', (store) => store.get(id))
  if (typeof found !== 'object' || found === null || !('bytes' in found) || !('type' in found)) return null
  return found.bytes instanceof ArrayBuffer ? new Blob([found.bytes], { type: String(found.type) }) : null
}

/** The server has it, or nobody wants it. */
export async function forgetPicture(id: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(id))
}

async function inStore<Result>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await openDatabase()
  try {
    return await new Promise<Result>((resolve, reject) => {
      const transaction = database.transaction(storeName, mode, { durability: 'strict' })
      const request = ask(transaction.objectStore(storeName))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('empreita-field', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(storeName)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
