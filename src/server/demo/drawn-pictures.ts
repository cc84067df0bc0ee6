import sharp from 'sharp'

/** A photo of an air conditioner, as a drawing; `variant` changes wall, light and stripes. */
export function drawnPhoto(variant: number): Promise<Buffer> {
  const wall = ['#dfe7ea', '#efe6d8', '#e3e0ec', '#dcebe2', '#f0dfdc', '#e9e9e4'][variant % 6]
  const slant = (variant % 3) * 12
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="720">
    <rect width="960" height="720" fill="${wall}"/>
    <rect y="610" width="960" height="110" fill="#8d7f70"/>
    <path d="M0 0 L${380 + slant * 6} 0 L${180 + slant * 4} 610 L0 610 Z" fill="#ffffff" opacity="0.35"/>
    <rect x="210" y="${150 + slant}" width="540" height="170" rx="22" fill="#fbfbfb" stroke="#9aa5ab" stroke-width="4"/>
    <rect x="240" y="${262 + slant}" width="480" height="16" rx="8" fill="#c5ced3"/>
    <rect x="240" y="${286 + slant}" width="480" height="16" rx="8" fill="#b3bec4"/>
    <circle cx="704" cy="${186 + slant}" r="9" fill="${variant % 2 ? '#2f9e66' : '#2d7dd2'}"/>
    <path d="M750 ${230 + slant} h70 v${260 - slant} h40" fill="none" stroke="#c9894a" stroke-width="14"/>
    <path d="M750 ${252 + slant} h48 v${300 - slant} h40" fill="none" stroke="#5f6b70" stroke-width="9"/>
    <rect x="${90 + slant * 5}" y="430" width="120" height="180" fill="#6d7f88"/>
    <rect x="${104 + slant * 5}" y="446" width="92" height="60" fill="#b8c7ce"/>
  </svg>`
  return sharp(Buffer.from(drawing)).jpeg({ quality: 82 }).toBuffer()
}

/** A signature as a finger draws it; `variant` changes its hand. */
export function drawnSignature(variant: number): Promise<Buffer> {
  const bend = 20 + variant * 14
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="220">
    <path d="M40 150 C 90 ${20 + bend}, 130 ${10 + bend}, 128 120 S 180 190, 210 ${90 + bend} S 260 ${60 + bend}, 268 140 S 330 180, 352 ${100 + bend / 2}
      S 420 ${70 + bend}, 430 150 S 520 160, 600 ${110 - bend / 2}" fill="none" stroke="#1c2a3a" stroke-width="5" stroke-linecap="round"/>
  </svg>`
  return sharp(Buffer.from(drawing)).png().toBuffer()
}
