/** Ends the process with one sentence when this Node.js is too old. Runs before anything is installed. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Empreita needs Node.js 20.19 or newer; this is ${process.version}.`)
  process.exit(1)
}
