export function isWholeByNpm(root: string): boolean;
