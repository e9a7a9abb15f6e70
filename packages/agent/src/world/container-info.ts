/** What a container runtime says of a container. */
export interface ContainerInfo {
  readonly runtime: 'docker';
  readonly name: string | undefined;
  /** Digest of the image. */
  readonly imageId: string | undefined;
  readonly imageRepository: string | undefined;
  readonly imageTag: string | undefined;
  /** ISO 8601. */
  readonly startedAt: string | undefined;
  readonly isPrivileged: boolean | undefined;
  readonly networkMode: string | undefined;
  readonly pidMode: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
}

/** `registry:5000/team/app:1.2@sha256:…` without and with its tag. A name that is a digest only has no repository. */
export function splitImageName(image: string): { repository: string | undefined; tag: string | undefined } {
  if (/^(?:sha256:)?[0-9a-f]{64}$/.test(image)) return { repository: undefined, tag: undefined };
  const name = image.replace(/@sha256:[0-9a-f]+$/, '');
  const match = /^(.*?)(?::([^/:]+))?$/.exec(name);
  return { repository: match?.[1] || undefined, tag: match?.[2] };
}
