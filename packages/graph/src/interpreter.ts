/** How an interpreter's arguments name the program it runs. Options are matched whole; everything else with a dash stands alone. */
export interface Interpreter {
  /** Options whose value is the next argument and is no program. */
  readonly valued: readonly string[];
  /** The program is in the arguments or on standard input: there is no script. */
  readonly inline: RegExp;
  /** Options whose value names the program: kept with the option's name. */
  readonly naming?: readonly string[];
  /** Words before the program. */
  readonly commands?: readonly string[];
}

const shell: Interpreter = { valued: ['-o', '+o', '-O', '+O', '--rcfile', '--init-file'], inline: /^-[a-zA-Z]*[cs][a-zA-Z]*$/ };
const python: Interpreter = { valued: ['-W', '-X', '--check-hash-based-pycs'], inline: /^-[a-zA-Z]*c$/, naming: ['-m'] };
const node: Interpreter = {
  valued: ['-r', '--require', '--import', '--loader', '--experimental-loader', '-C', '--conditions', '--title', '--input-type'],
  inline: /^(?:-[a-z]*[ep]|--eval|--print)$/,
};
const javascriptTool: Interpreter = {
  valued: [...node.valued, '--cwd', '-c', '--config', '--preload', '--env-file', '--import-map', '--lock'],
  inline: /^(?:-e|-p|--eval|--print)$/,
  commands: ['run'],
};

/** By name without version. Sources: each one's manual page. */
const interpreters: ReadonlyMap<string, Interpreter> = new Map([
  ...['sh', 'bash', 'dash', 'ash', 'zsh', 'ksh', 'mksh', 'fish'].map((name) => [name, shell] as const),
  ['python', python],
  ['pypy', python],
  ['node', node],
  ['bun', javascriptTool],
  ['deno', javascriptTool],
  [
    'java',
    {
      valued: [
        '-cp',
        '-classpath',
        '--class-path',
        '-p',
        '--module-path',
        '--upgrade-module-path',
        '--add-modules',
        '--limit-modules',
        '--add-opens',
        '--add-exports',
        '--add-reads',
        '--enable-native-access',
        '--source',
        '--describe-module',
        '-d',
      ],
      inline: /^$/,
      naming: ['-jar', '-m', '--module'],
    },
  ],
  ['ruby', { valued: ['-r', '-I', '-C', '-E', '-x'], inline: /^-[a-zA-Z]*e$/ }],
  ['perl', { valued: ['-I'], inline: /^-[a-zA-Z0-9]*[eE]$/ }],
  ['php', { valued: ['-d', '-c', '-t', '-z', '-S', '-B', '-E'], inline: /^-(?:r|R|a)$|^--run$/ }],
  ['lua', { valued: ['-l'], inline: /^-e$/ }],
  ['tclsh', { valued: ['-encoding'], inline: /^$/ }],
  ['dotnet', { valued: ['--additionalprobingpath', '--depsfile', '--runtimeconfig'], inline: /^$/, commands: ['exec', 'run'] }],
]);

export function interpreterNamed(name: string): Interpreter | undefined {
  return interpreters.get(name);
}

/** `python3.11` is `python`, `nodejs` is `node`; undefined for what is no interpreter. */
export function interpreterName(basename: string): string | undefined {
  const name = basename === 'nodejs' ? 'node' : basename.replace(/-?\d+(?:\.\d+)*$/, '');
  return interpreters.has(name) ? name : undefined;
}
