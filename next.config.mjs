import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import createNextIntlPlugin from 'next-intl/plugin'

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  reactCompiler: true,
  typedRoutes: true,
  agentRules: false,
  poweredByHeader: false,
  images: { unoptimized: true },
  env: { EMPREITA_BUILD: describeBuild() },
  serverExternalPackages: ['postgres', 'pg', 'graphile-worker', '@node-rs/argon2', 'sharp', 'pino'],
}

// Where the product was unpacked without its history, the version has to do.
function describeBuild() {
  const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))
  try {
    const asked = ['rev-parse', '--short', 'HEAD']
    const commit = execFileSync('git', asked, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    return `${version} (${commit})`
  } catch {
    return version
  }
}

export default createNextIntlPlugin('./src/i18n/request.ts')(config)
