/** Offsets of every record's fields. `bpf/record.h` is the original, and layout.test.ts holds the two together. */
import { address, type Field, shortText, u16, u32, u64, u8 } from './field';

export interface Layout {
  /** Name of the C struct. */
  readonly struct: string;
  readonly sizeBytes: number;
  readonly fields: Readonly<Record<string, Field<unknown>>>;
}

const headerFields = { opcode: u16(0), flags: u16(2), sizeBytes: u32(4), atNs: u64(8) };

export const headerLayout = { struct: 'record_header', sizeBytes: 16, fields: headerFields } satisfies Layout;

export const execLayout = {
  struct: 'exec_record',
  sizeBytes: 128,
  fields: {
    startNs: u64(16),
    parentStartNs: u64(24),
    cgroupId: u64(32),
    pid: u32(40),
    parentPid: u32(44),
    groupId: u32(48),
    sessionId: u32(52),
    tracerPid: u32(56),
    oldPid: u32(60),
    uid: u32(64),
    gid: u32(68),
    euid: u32(72),
    egid: u32(76),
    loginUid: u32(80),
    auditSessionId: u32(84),
    pidNs: u32(88),
    mntNs: u32(92),
    netNs: u32(96),
    userNs: u32(100),
    exeBytes: u16(104),
    cwdBytes: u16(106),
    argvBytes: u16(108),
    comm: shortText(112, 16),
  },
} satisfies Layout;

export const forkLayout = {
  struct: 'fork_record',
  sizeBytes: 80,
  fields: {
    startNs: u64(16),
    parentStartNs: u64(24),
    cgroupId: u64(32),
    pid: u32(40),
    parentPid: u32(44),
    groupId: u32(48),
    sessionId: u32(52),
    uid: u32(56),
    comm: shortText(64, 16),
  },
} satisfies Layout;

export const exitLayout = {
  struct: 'exit_record',
  sizeBytes: 32,
  fields: { startNs: u64(16), pid: u32(24), waitStatus: u32(28) },
} satisfies Layout;

export const cgroupLayout = {
  struct: 'cgroup_record',
  sizeBytes: 32,
  fields: { cgroupId: u64(16), pathBytes: u32(24) },
} satisfies Layout;

export const connectionLayout = {
  struct: 'connection_record',
  sizeBytes: 128,
  fields: {
    cookie: u64(16),
    openedNs: u64(24),
    sentBytes: u64(32),
    receivedBytes: u64(40),
    startNs: u64(48),
    cgroupId: u64(56),
    pid: u32(64),
    netNs: u32(68),
    localPort: u16(72),
    remotePort: u16(74),
    family: u8(76),
    direction: u8(77),
    change: u8(78),
    localAddress: address(80),
    remoteAddress: address(96),
    comm: shortText(112, 16),
  },
} satisfies Layout;

export const listenLayout = {
  struct: 'listen_record',
  sizeBytes: 64,
  fields: {
    startNs: u64(16),
    cgroupId: u64(24),
    pid: u32(32),
    netNs: u32(36),
    port: u16(40),
    family: u8(42),
    change: u8(43),
    address: address(48),
  },
} satisfies Layout;
