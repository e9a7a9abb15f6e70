/** Why the kernel refused, in words a person can act on. */
import type { OpenFailure } from './native';

/** Source of the numbers: Linux include/uapi/asm-generic/errno-base.h and errno.h. */
const MEANINGS: ReadonlyMap<number, string> = new Map([
  [1, 'EPERM: needs root, or CAP_BPF and CAP_PERFMON'],
  [2, 'ENOENT: the kernel has no such tracepoint, or no BTF (/sys/kernel/btf/vmlinux)'],
  [3, 'ESRCH: the kernel has no such tracepoint, or no BTF (/sys/kernel/btf/vmlinux)'],
  [7, 'E2BIG: the kernel is older than Linux 5.17'],
  [12, 'ENOMEM: out of memory; the rings may be too large'],
  [13, 'EACCES: the verifier refused a program'],
  [22, 'EINVAL: the verifier refused a program, or the kernel is older than Linux 5.17'],
  [38, 'ENOSYS: the kernel is built without bpf(2)'],
]);

/** `step` is the part that failed. */
export function describeRefusal(failure: OpenFailure): string {
  const meaning = MEANINGS.get(failure.errno) ?? `errno ${failure.errno}`;
  return `${failure.step} failed (${meaning})`;
}
