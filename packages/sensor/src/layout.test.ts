/** The decoder's offsets, sizes and numbers against the C header's, as the BPF compiler lays it out. */
import { beforeAll, expect, test } from 'bun:test';
import { opcodes } from './decode';
import { CHANGES, DIRECTIONS } from './decode-connection';
import { headerLayout, type Layout } from './layout';
import { compileForBpf } from './testing/compile';

interface Member {
  readonly name: string;
  readonly type_id: number;
  readonly bits_offset: number;
}

interface BtfType {
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  readonly size?: number;
  readonly type_id?: number;
  readonly nr_elems?: number;
  readonly members?: readonly Member[];
  readonly values?: readonly { readonly name: string; readonly val: number }[];
}

const types = new Map<number, BtfType>();

function loadTypes(): void {
  const bpftool = Bun.which('bpftool', { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` }) ?? 'bpftool';
  const result = Bun.spawnSync([bpftool, '-j', 'btf', 'dump', 'file', compileForBpf('record-layout')]);
  const dump: { readonly types: readonly BtfType[] } = JSON.parse(result.stdout.toString());
  for (const type of dump.types) types.set(type.id, type);
}

function sizeOf(id: number): number {
  const type = types.get(id);
  if (type === undefined) throw new Error(`BTF has no type ${id}`);
  if (type.kind === 'ARRAY') return sizeOf(type.type_id ?? 0) * (type.nr_elems ?? 0);
  return type.size ?? sizeOf(type.type_id ?? 0);
}

function struct(name: string): BtfType {
  const found = [...types.values()].find((type) => type.kind === 'STRUCT' && type.name === name);
  if (found === undefined) throw new Error(`BTF has no struct ${name}`);
  return found;
}

function enumValues(prefix: string): readonly (readonly [string, number])[] {
  const values = [...types.values()].flatMap((type) => type.values ?? []);
  return values
    .filter(({ name }) => name.startsWith(prefix))
    .map(({ name, val }) => [name.slice(prefix.length).toLowerCase(), val] as const);
}

/** Members in the decoder's spelling: header members belong to the header's own layout, reserved ones to nobody. */
function membersOf(name: string): Record<string, { offset: number; sizeBytes: number }> {
  const members = (struct(name).members ?? []).filter((member) => member.name !== 'header' && member.name !== 'reserved');
  return Object.fromEntries(
    members.map((member) => [camelCase(member.name), { offset: member.bits_offset / 8, sizeBytes: sizeOf(member.type_id) }]),
  );
}

function camelCase(name: string): string {
  return name.replaceAll(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

function fieldsOf(layout: Layout): Record<string, { offset: number; sizeBytes: number }> {
  return Object.fromEntries(Object.entries(layout.fields).map(([name, { offset, sizeBytes }]) => [name, { offset, sizeBytes }]));
}

beforeAll(loadTypes);

for (const layout of [headerLayout, ...opcodes.map((entry) => entry.layout)]) {
  test(`${layout.struct} is read where it is written`, () => {
    expect(fieldsOf(layout)).toEqual(membersOf(layout.struct));
    expect(struct(layout.struct).size).toBe(layout.sizeBytes);
  });
}

test('every opcode of the kernel side has a decoder of the same name', () => {
  const kernel = enumValues('OPCODE_').filter(([name]) => name !== 'count');
  expect(kernel).toEqual(opcodes.map(({ kind, opcode }) => [kind, opcode] as const));
});

test('the numbers that stand for words are the same', () => {
  expect(enumValues('CHANGE_')).toEqual(numbered(CHANGES));
  expect(enumValues('DIRECTION_')).toEqual(numbered(DIRECTIONS));
});

function numbered(words: readonly (string | undefined)[]): readonly (readonly [string, number])[] {
  return words.flatMap((word, number) => (word === undefined ? [] : [[word, number] as const]));
}
