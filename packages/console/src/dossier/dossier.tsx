import { CloseButton } from '@mantine/core';
import { useEffect, useEffectEvent, type ReactNode } from 'react';
import { isTyping } from '../keyboard/is-typing.ts';
import type { EdgeRow } from '../graph/model/edge-row.ts';
import type { Selection } from '../graph/model/selection.ts';
import css from './dossier.module.css';
import { EdgeDossier } from './edge-dossier.tsx';
import { NodeDossier } from './node-dossier.tsx';

export interface DossierProps {
  readonly selection: Selection;
  /** Every edge of the graph, drawn or not. */
  readonly rows: readonly EdgeRow[];
  readonly machineNames: ReadonlyMap<string, string>;
  /** Key of the node around which the picture is cut, if it is. */
  readonly around: string | undefined;
  readonly onAround: (nodeKey: string | undefined) => void;
  readonly onChoose: (key: string) => void;
  readonly onClose: () => void;
}

/** What is known of the chosen node or edge, beside the picture. Escape closes it. */
export function Dossier(props: DossierProps): ReactNode {
  const { selection, onClose } = props;
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !isTyping(event)) onClose();
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <aside className={css['dossier']} aria-label="Dossier">
      <CloseButton className={css['close']} size="sm" aria-label="Close the dossier" onClick={onClose} />
      {selection.kind === 'node' && <NodeDossier {...props} node={selection.node} />}
      {selection.kind === 'edge' && <EdgeDossier {...props} edge={selection.edge} source={selection.source} target={selection.target} />}
      {selection.kind === 'absent' && (
        <p className={css['quiet']}>What this address names is not in the picture: it was not seen in this time, or the filter hides it.</p>
      )}
    </aside>
  );
}
