export function explainFailedInstall(logFile: string, root: string): Error;
