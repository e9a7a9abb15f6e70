import { createTheme, type MantineColorsTuple, type MantineThemeOverride } from '@mantine/core';

/** The one accent. Contrast AA: shade 7 with white on it and on white, shade 4 on the dark page (`--weft-accent`). */
const teal: MantineColorsTuple = [
  '#e3f7f5',
  '#c8ebe7',
  '#9bd9d2',
  '#6bc6bc',
  '#45b5a9',
  '#2ca79a',
  '#1a9a8d',
  '#0b776d',
  '#08655c',
  '#034e47',
];

/** Neutral, where Mantine's own is bluish. 0 is text, 7 the page. */
const dark: MantineColorsTuple = [
  '#e6e6e8',
  '#c4c5ca',
  '#9d9ea6',
  '#6f7079',
  '#45464d',
  '#323339',
  '#26272c',
  '#17181b',
  '#121316',
  '#0d0e10',
];

/** Sizes on a 4 px grid, neutral greys, one accent; colours of state are in `tokens.css`. */
export const theme: MantineThemeOverride = createTheme({
  primaryColor: 'teal',
  primaryShade: 7,
  autoContrast: true,
  respectReducedMotion: true,
  colors: { teal, dark },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
  defaultRadius: 6,
  components: {
    Popover: { defaultProps: { shadow: 'md' } },
    Menu: { defaultProps: { shadow: 'md' } },
    Combobox: { defaultProps: { shadow: 'md' } },
  },
  cursorType: 'pointer',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
});
