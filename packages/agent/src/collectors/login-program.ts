import type { Program } from '../world/program.ts';

/** Programs that let a person in, or let one become another. */
const LOGIN_PROGRAMS = new Set([
  'sshd',
  'sshd-session',
  'dropbear',
  'login',
  'agetty',
  'getty',
  'su',
  'sudo',
  'sudo-rs',
  'runuser',
  'doas',
  'gdm-session-worker',
  'sddm-helper',
  'lightdm',
]);

/** The process logs someone in, or belongs to a session that someone logged in to. */
export function isLogin({ loginUid, exePath }: Program): boolean {
  return loginUid !== undefined || (exePath !== undefined && LOGIN_PROGRAMS.has(exePath.slice(exePath.lastIndexOf('/') + 1)));
}
