/** Receives progress reports: the current step, how many units are done, how many there are, and what the units are called. */
export type Progress = (step: string, done?: number, total?: number, unit?: string) => void;

export const noProgress: Progress = () => undefined;
