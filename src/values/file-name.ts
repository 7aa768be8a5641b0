/** Names of files as findings carry them: with `/` on every system. */

/** The last part of a path. */
export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
