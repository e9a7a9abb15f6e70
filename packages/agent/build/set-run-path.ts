import { BuildError } from './build-error.ts';

/**
 * Makes an ELF executable look for its libraries beside itself (`DT_RUNPATH $ORIGIN`), in place: the entry takes the place of DT_DEBUG,
 * which only debuggers read, and the text that of the name of a weak symbol nobody defines. Moving segments, as patchelf does, would
 * break the program that Bun puts into the file. Source: the System V ABI, chapter 5; 64-bit little-endian only.
 *
 * @throws BuildError when the file has not these two.
 */
export function setRunPathBesideItself(elf: Uint8Array): void {
  const view = new DataView(elf.buffer, elf.byteOffset, elf.byteLength);
  const dynamic = findSegment(view, PT_DYNAMIC);
  const tags = readTags(view, dynamic);
  const names = fileOffset(view, tags.get(DT_STRTAB)?.value ?? 0n);
  const at = Buffer.from(elf.buffer, elf.byteOffset, elf.byteLength).indexOf(SPARE_NAME, names);
  const spare = tags.get(DT_DEBUG);
  if (spare === undefined || at === -1 || at > names + Number(tags.get(DT_STRSZ)?.value ?? 0n)) {
    throw new BuildError(
      "Bun's executable for musl is laid out in a new way: its library path cannot be set (packages/agent/build/set-run-path.ts)",
    );
  }
  elf.set(Buffer.from('$ORIGIN\0'), at);
  view.setBigInt64(spare.at, DT_RUNPATH, true);
  view.setBigUint64(spare.at + 8, BigInt(at - names), true);
}

const SPARE_NAME = '_ITM_deregisterTMCloneTable\0';
const PT_LOAD = 1;
const PT_DYNAMIC = 2;
const DT_NULL = 0n;
const DT_STRTAB = 5n;
const DT_STRSZ = 10n;
const DT_DEBUG = 21n;
const DT_RUNPATH = 29n;
const ENTRY_BYTES = 16;

interface Segment {
  readonly type: number;
  readonly offset: number;
  readonly address: bigint;
  readonly sizeBytes: number;
}

function segments(view: DataView): Segment[] {
  const [table, entryBytes, count] = [Number(view.getBigUint64(32, true)), view.getUint16(54, true), view.getUint16(56, true)];
  return Array.from({ length: count }, (_, index) => {
    const at = table + index * entryBytes;
    const [type, offset, address] = [view.getUint32(at, true), Number(view.getBigUint64(at + 8, true)), view.getBigUint64(at + 16, true)];
    return { type, offset, address, sizeBytes: Number(view.getBigUint64(at + 32, true)) };
  });
}

function findSegment(view: DataView, type: number): Segment {
  const found = segments(view).find((segment) => segment.type === type);
  if (found === undefined) throw new BuildError(`the executable has no segment of type ${type}`);
  return found;
}

function fileOffset(view: DataView, address: bigint): number {
  const holds = ({ type, address: start, sizeBytes }: Segment): boolean =>
    type === PT_LOAD && address >= start && address < start + BigInt(sizeBytes);
  const segment = segments(view).find(holds);
  if (segment === undefined) throw new BuildError(`the executable has no address ${address}`);
  return segment.offset + Number(address - segment.address);
}

function readTags(view: DataView, { offset, sizeBytes }: Segment): Map<bigint, { at: number; value: bigint }> {
  const tags = new Map<bigint, { at: number; value: bigint }>();
  for (let at = offset; at < offset + sizeBytes; at += ENTRY_BYTES) {
    const tag = view.getBigInt64(at, true);
    if (tag === DT_NULL) break;
    tags.set(tag, { at, value: view.getBigUint64(at + 8, true) });
  }
  return tags;
}
