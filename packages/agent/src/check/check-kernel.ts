import { existsSync, readFileSync } from 'node:fs';
import { release } from 'node:os';
import type { Finding } from './finding.ts';

/** Bits of `CapEff` that the sensor needs. Source: linux/capability.h. */
const CAP_SYS_ADMIN = 1n << 21n;
const CAP_PERFMON_AND_BPF = (1n << 38n) | (1n << 39n);

/** What of the kernel the sensor needs, and whether it is there. */
export function checkKernel(): Finding[] {
  const hasBtf = existsSync('/sys/kernel/btf/vmlinux');
  const isCapable = hasCapabilities(/^CapEff:\t([0-9a-f]+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0');
  return [
    { what: 'kernel', verdict: 'info', detail: `Linux ${release()}` },
    {
      what: 'kernel types',
      verdict: hasBtf ? 'works' : 'broken',
      detail: hasBtf
        ? '/sys/kernel/btf/vmlinux'
        : '/sys/kernel/btf/vmlinux is missing: this kernel was built without CONFIG_DEBUG_INFO_BTF',
    },
    {
      what: 'privileges',
      verdict: isCapable ? 'works' : 'broken',
      detail: isCapable ? 'may load kernel programs' : 'no CAP_BPF and CAP_PERFMON, or CAP_SYS_ADMIN: run as root, or grant them',
    },
    { what: 'control groups', verdict: 'info', detail: cgroupMode() },
  ];
}

/** Pure. `hex` as `/proc/<pid>/status` shows it. */
export function hasCapabilities(hex: string): boolean {
  const capabilities = BigInt(`0x${hex}`);
  return (capabilities & CAP_SYS_ADMIN) !== 0n || (capabilities & CAP_PERFMON_AND_BPF) === CAP_PERFMON_AND_BPF;
}

function cgroupMode(): string {
  if (existsSync('/sys/fs/cgroup/cgroup.controllers')) return 'version 2';
  return existsSync('/sys/fs/cgroup/unified/cgroup.controllers') ? 'version 1 beside 2 (hybrid)' : 'version 1';
}
