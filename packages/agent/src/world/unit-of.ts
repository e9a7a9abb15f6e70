const UNIT = /\.(?:service|scope|socket|mount|timer|target)$/;

/** The innermost systemd unit of a control group's path: `/system.slice/ssh.service` is `ssh.service`; undefined without one. Pure. */
export function unitOf(cgroupPath: string): string | undefined {
  return cgroupPath
    .split('/')
    .toReversed()
    .find((part) => UNIT.test(part))
    ?.replace(/\\x([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
