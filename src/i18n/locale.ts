/** The one locale of the interface; it never stands in the URL. */
export const locale = 'pt-BR'

/** The branch's time zone: days and hours are shown in it. */
export const timeZone = 'America/Sao_Paulo'
