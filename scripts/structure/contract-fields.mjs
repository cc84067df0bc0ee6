/** Days of the contract have bounds: zod's own kind takes the year 9999, in which nothing can be counted. */
export function checkContractFields(files) {
  return files
    .filter(
      ({ path, isTest }) => path.startsWith('src/contract/') && path !== 'src/contract/calendar-day.ts' && !isTest,
    )
    .filter(({ code }) => /z\.iso\.date\(/.test(code))
    .map(({ path }) => ({ file: path, message: 'a day is calendarDay of calendar-day.ts' }))
}
