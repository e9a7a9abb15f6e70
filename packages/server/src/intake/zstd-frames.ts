/**
 * Whether bytes are whole zstd frames and nothing else. The decoder of Bun's `node:zlib` takes a body that ends in the
 * middle for a short one and ignores bytes behind the last frame; both must be refused.
 *
 * Source: RFC 8878, 3.1. Cost: a few steps per 128 KB block, nothing is unpacked.
 */
export function areWholeZstdFrames(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at: number | undefined = 0;
  do at = frameEnd(view, at);
  while (at !== undefined && at < bytes.length);
  return at === bytes.length;
}

const MAGIC = 0xfd2fb528;
/** Skippable frames: 0x184D2A50 to 0x184D2A5F. */
const SKIPPABLE = 0x184d2a50;

/** Offset behind the frame at `at`; undefined when it is cut or none. */
function frameEnd(view: DataView, at: number): number | undefined {
  if (at + 8 > view.byteLength) return undefined;
  const magic = view.getUint32(at, true);
  if ((magic & 0xfffffff0) >>> 0 === SKIPPABLE) return within(view, at + 8 + view.getUint32(at + 4, true));
  if (magic !== MAGIC) return undefined;
  const descriptor = view.getUint8(at + 4);
  const end = blocksEnd(view, at + 5 + headerFieldsSize(descriptor));
  const hasChecksum = (descriptor & 4) !== 0;
  return end === undefined ? undefined : within(view, end + (hasChecksum ? 4 : 0));
}

/** Window descriptor, dictionary id and content size. */
function headerFieldsSize(descriptor: number): number {
  const isSingleSegment = (descriptor & 32) !== 0;
  const dictionaryIdSize = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const contentSizeSize = [isSingleSegment ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
  return (isSingleSegment ? 0 : 1) + dictionaryIdSize + contentSizeSize;
}

const RLE = 1;

function blocksEnd(view: DataView, start: number): number | undefined {
  let at = start;
  for (;;) {
    if (at + 3 > view.byteLength) return undefined;
    const header = view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    at += 3 + (((header >> 1) & 3) === RLE ? 1 : header >> 3);
    if (at > view.byteLength) return undefined;
    if ((header & 1) === 1) return at;
  }
}

function within(view: DataView, offset: number): number | undefined {
  return offset <= view.byteLength ? offset : undefined;
}
