import path from 'node:path'
import { Font, StyleSheet } from '@react-pdf/renderer'

const FONT_FILES = path.join(process.cwd(), 'node_modules/@fontsource/ibm-plex-sans/files')
const WEIGHTS = [400, 500, 600] as const
const LONGEST_WORD = 36

// Of each subset only what the one before lacks is taken: names from abroad keep their letters.
const families = ['latin', 'latin-ext', 'cyrillic', 'greek'] as const
const nameOf = (subset: (typeof families)[number]) => `IBM Plex Sans ${subset}`
for (const subset of families) {
  Font.register({
    family: nameOf(subset),
    fonts: WEIGHTS.map((fontWeight) => ({
      src: path.join(FONT_FILES, `ibm-plex-sans-${subset}-${fontWeight}-normal.woff`),
      fontWeight,
    })),
  })
}

// Portuguese words are not divided; only what would not fit a column, such as an address of the web, is.
Font.registerHyphenationCallback((word) => (word.length <= LONGEST_WORD ? [word] : (word.match(/.{1,8}/gu) ?? [word])))

/** The colours of a paper, those of the light theme. */
export const paperColors = {
  accent: '#0B5A70',
  text: '#15202B',
  quiet: '#46525E',
  line: '#D6DCE1',
  sunken: '#F4F6F7',
  warning: '#714500',
  warningGround: '#FCEDCB',
} as const

/** What all papers share; lengths in points. */
export const paperStyle = StyleSheet.create({
  page: {
    paddingTop: 36,
    paddingHorizontal: 42,
    paddingBottom: 58,
    fontFamily: families.map(nameOf) as unknown as string,
    fontSize: 9,
    color: paperColors.text,
  },
  quiet: { color: paperColors.quiet },
  label: { fontSize: 7.5, color: paperColors.quiet },
  strong: { fontWeight: 600 },
  heading: { fontSize: 10.5, fontWeight: 600, marginBottom: 4 },
  section: { marginTop: 16 },
  row: { flexDirection: 'row' },
  end: { textAlign: 'right' },
})
