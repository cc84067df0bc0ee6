import createNextIntlPlugin from 'next-intl/plugin'

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  reactCompiler: true,
  typedRoutes: true,
  agentRules: false,
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: ['postgres', 'pg', 'graphile-worker', '@node-rs/argon2', 'sharp', 'pino'],
}

export default createNextIntlPlugin('./src/i18n/request.ts')(config)
