import { endpoints } from '@weft/schema';
import { contractRow } from '../http/contract-row.ts';
import type { DataParts } from '../http/data-parts.ts';
import type { Handler } from '../http/handler.ts';
import { listOfMachine } from './machine-question.ts';

export const containerRow = contractRow(endpoints.listMachineContainers.answer.shape.rows.element);

/** Columns of `container` as the contract's container row names them. */
export const containerColumns = `machine_id AS machineId, container_id AS containerId, runtime, name,
  image_repository AS imageRepository, image_tag AS imageTag, image_id AS imageId, started_at AS startedAt,
  stopped_at AS stoppedAt, seen_at AS seenAt, is_privileged AS isPrivileged, pod_name AS podName, pod_namespace AS podNamespace`;

/** Only the latest state is kept: one seen after the range began and not started after it ended was there in it. */
export const containerWasThere = `seen_at >= {from:DateTime64(3)} AND (started_at IS NULL OR started_at < {to:DateTime64(3)})`;

export function createListContainers(parts: DataParts): Handler<'listMachineContainers'> {
  return ({ input }) =>
    listOfMachine(parts, input, () => ({
      row: containerRow,
      orderBy: 'seenAt DESC, containerId',
      sql: `SELECT ${containerColumns} FROM container FINAL WHERE machine_id = {machine:String} AND ${containerWasThere}`,
    }));
}
