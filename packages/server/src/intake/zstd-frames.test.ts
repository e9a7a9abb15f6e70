import { expect, test } from 'bun:test';
import { constants, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { areWholeZstdFrames } from './zstd-frames.ts';

const content = fc.oneof(
  fc.uint8Array({ maxLength: 5000 }),
  fc.nat(400_000).map((size) => new Uint8Array(size)),
);

test('whole frames are whole, whatever is in them and however they were made', () => {
  fc.assert(
    fc.property(
      fc.array(content, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(1, 3, 19),
      fc.boolean(),
      (contents, level, hasChecksum) => {
        const params = { [constants.ZSTD_c_compressionLevel]: level, [constants.ZSTD_c_checksumFlag]: hasChecksum ? 1 : 0 };
        expect(areWholeZstdFrames(Buffer.concat(contents.map((bytes) => zstdCompressSync(bytes, { params }))))).toBe(true);
      },
    ),
    { numRuns: 50 },
  );
});

test('a frame that is cut anywhere is not whole, nor is one with something behind', () => {
  fc.assert(
    fc.property(content, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (bytes, share, hasChecksum) => {
      const frame = zstdCompressSync(bytes, { params: { [constants.ZSTD_c_checksumFlag]: hasChecksum ? 1 : 0 } });
      expect(areWholeZstdFrames(frame.subarray(0, Math.min(frame.length - 1, Math.floor(share * frame.length))))).toBe(false);
      expect(areWholeZstdFrames(Buffer.concat([frame, Buffer.from([0])]))).toBe(false);
    }),
    { numRuns: 50 },
  );
});

test('any bytes get an answer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      expect(areWholeZstdFrames(Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), bytes]))).toBeBoolean();
      expect(areWholeZstdFrames(bytes)).toBeBoolean();
    }),
  );
});

test('a skippable frame is part of a body', () => {
  const skippable = Buffer.from([0x5f, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 1, 2]);
  expect(areWholeZstdFrames(Buffer.concat([skippable, zstdCompressSync('x')]))).toBe(true);
  expect(areWholeZstdFrames(skippable.subarray(0, 9))).toBe(false);
});
