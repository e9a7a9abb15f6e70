/**
 * Colours of the picture, one set a scheme. Opaque, because WebGL lines that overlap would add up their alpha. What is known is
 * quiet grey, what is new has the accent: colour means nothing else here; the kind of a node is its shape.
 * Contrast with the background is at least 3:1 for nodes, new and selected ones (WCAG 2.2, 1.4.11), 4.5:1 for labels (1.4.3).
 */
export interface Palette {
  readonly background: string;
  readonly label: string;
  readonly node: string;
  readonly newNode: string;
  readonly connection: string;
  readonly launch: string;
  readonly newEdge: string;
  readonly selected: string;
  /** What a selection leaves in the background. */
  readonly dimNode: string;
  readonly dimEdge: string;
  readonly box: string;
  readonly boxBorder: string;
}

export const palettes: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    background: '#ffffff',
    label: '#343a40',
    node: '#7d8792',
    newNode: '#1c6dd0',
    connection: '#c3cad1',
    launch: '#dfe3e8',
    newEdge: '#7fb0ea',
    selected: '#0b4a99',
    dimNode: '#dee2e6',
    dimEdge: '#f1f3f5',
    box: '#ffffff',
    boxBorder: '#adb5bd',
  },
  dark: {
    background: '#1a1b1e',
    label: '#d5d9de',
    node: '#808a95',
    newNode: '#5aa9ff',
    connection: '#464c53',
    launch: '#33383e',
    newEdge: '#2f69ab',
    selected: '#a9d2ff',
    dimNode: '#383d43',
    dimEdge: '#24272b',
    box: '#25262b',
    boxBorder: '#5c636b',
  },
};
