const RESERVED = /^(page|layout|template|default|loading|error|global-error|not-found)\.tsx$|^route\.ts$/
const ASSETS = /^(globals\.css|favicon\.ico|(icon|apple-icon|opengraph-image)\.\w+|manifest\.ts|robots\.ts)$/
const MOST_LINES = 30

/** src/app holds only what Next.js reserves, and a page only parses, prefetches and renders. */
export function checkAppFiles(files) {
  return files.flatMap((file) => {
    if (!file.path.startsWith('src/app/') || file.isTest) return []
    const name = file.path.split('/').at(-1)
    if (!RESERVED.test(name) && !ASSETS.test(name)) {
      const message = `${name} is no reserved file of Next.js: components belong in src/features/<noun>, words in src/i18n`
      return [{ file: file.path, message }]
    }
    const lines = file.text.trimEnd().split('\n').length
    if (name !== 'page.tsx' || lines <= MOST_LINES) return []
    return [
      {
        file: file.path,
        message: `a page has at most ${MOST_LINES} lines, this one ${lines}: move the rest to src/features/<noun>`,
      },
    ]
  })
}
