/** The value behind an option of the command line. */
export function option(name: string, otherwise?: string): string | undefined;
export const DIST: string;
/** Loads a module of the compiled program in the folder by its place in src. */
export function programIn(folder: string): (path: string) => Promise<unknown>;
export function isCalled(url: string): boolean;
