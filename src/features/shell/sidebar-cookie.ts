/** The cookie that keeps the sidebar as the person left it: `collapsed` or `open`. */
export const sidebarCookie = 'empreita-sidebar'
