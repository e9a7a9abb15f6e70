/**
 * Colours of the picture, one set a scheme. Opaque, because WebGL lines that overlap would add up their alpha. What is known is
 * quiet grey, what is new has the accent: colour means nothing else here; the kind of a node is its shape.
 * Contrast with the background is at least 3:1 for nodes, new and selected ones (WCAG 2.2, 1.4.11), 4.5:1 for labels (1.4.3).
 */
export interface Palette {
  readonly background: string;
  readonly label: string;
  readonly dimLabel: string;
  readonly node: string;
  readonly newNode: string;
  readonly connection: string;
  readonly launch: string;
  readonly newEdge: string;
  /** The same two among thousands of edges, where they would cover everything. */
  readonly crowdedEdge: string;
  readonly crowdedNewEdge: string;
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
    label: '#2b2d33',
    dimLabel: '#9a9da6',
    node: '#80848f',
    newNode: '#0b776d',
    connection: '#b2b7c1',
    launch: '#c9cdd4',
    newEdge: '#6bc6bc',
    crowdedEdge: '#e6e8eb',
    crowdedNewEdge: '#c8ebe7',
    selected: '#034e47',
    dimNode: '#e0e2e6',
    dimEdge: '#f0f1f3',
    box: '#ffffff',
    boxBorder: '#b5b8c0',
  },
  dark: {
    background: '#1d1e22',
    label: '#dcdde1',
    dimLabel: '#6f717b',
    node: '#83858f',
    newNode: '#45b5a9',
    connection: '#585b65',
    launch: '#43454d',
    newEdge: '#17746a',
    crowdedEdge: '#292a2f',
    crowdedNewEdge: '#1d3d3b',
    selected: '#c8ebe7',
    dimNode: '#3a3b42',
    dimEdge: '#27282d',
    box: '#26272c',
    boxBorder: '#5a5c66',
  },
};
