export function fingerprint(
  root: string,
  paths: string[],
  extra?: string[],
): string;
