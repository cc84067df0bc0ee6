import { isMainThread } from 'node:worker_threads'

// Loaded into servers: when whoever started them is killed, nothing else would tell them, and they keep their port.
const parent = process.ppid
if (isMainThread) setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 500).unref()
