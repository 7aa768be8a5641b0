/** A label that is to stand between “ and ”: its own quotation marks become single ones. */
export const inner = (label: string): string => label.replaceAll('“', '‘').replaceAll('”', '’');
