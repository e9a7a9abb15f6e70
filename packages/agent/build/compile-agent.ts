import { run } from './run.ts';

/** One executable with the agent and the sensor's addon in it. Nothing beside it is read: no `.env`, no `bunfig.toml`. */
export function compileAgent(root: string, output: string, runtime: string | undefined): void {
  const target = runtime === undefined ? [] : ['--target=bun-linux-x64-musl', `--compile-executable-path=${runtime}`];
  const shut = ['--no-compile-autoload-dotenv', '--no-compile-autoload-bunfig'];
  run([process.execPath, 'build', '--compile', '--minify', ...shut, ...target, 'packages/agent/src/main.ts', '--outfile', output], root);
}
