import { type ErrorEntry, errorRegistry } from './error-registry.ts';

const preface = `# Errors

Made from \`packages/base/src/error-registry.ts\`; change it there, then run \`WEFT_UPDATE_DOCS=1 bun test packages/base\`.

Every answer of the server that is not a success has a JSON body with at least \`code\`, \`message\` and \`mend\`. \`code\` is one of the
sections below and stays the same in every release, \`message\` may say more than the sentence here, and \`problems\` names each thing
that was wrong.

\`\`\`json
{ "code": "invalid", "message": "…", "mend": "…", "problems": ["…"], "requestId": "…" }
\`\`\`
`;

/** The text of `docs/errors.md`: one section for each code, sorted. */
export function errorsDocument(): string {
  const entries = Object.entries<ErrorEntry>(errorRegistry).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [preface, ...entries.map(([code, entry]) => errorSection(code, entry))].join('\n');
}

function errorSection(code: string, entry: ErrorEntry): string {
  return `<a id="${code}"></a>\n\n## \`${code}\`\n\nHTTP ${entry.status}. ${entry.message}\n\n**Mend:** ${entry.mend}\n`;
}
