/** The last column of a table whose rows can be acted on; its user adds the width and the cell. */
export const controlColumn = { id: 'control', title: 'Actions', kind: 'text', value: (): undefined => undefined, isControl: true } as const;
