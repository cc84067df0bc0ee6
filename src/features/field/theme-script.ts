/** Where the device remembers the chosen look. */
export const themeKey = 'empreita.field.theme'

/** Runs before the first paint, so that no other look flashes: the chosen one, else what the system asks for. */
export const themeScript = `(()=>{let t;try{t=localStorage.getItem('${themeKey}')}catch{}const m=q=>matchMedia(q).matches;document.documentElement.dataset.theme=['claro','escuro','sol'].includes(t)?t:m('(prefers-contrast: more)')?'sol':m('(prefers-color-scheme: dark)')?'escuro':'claro'})()`
