/** Names of sheets as workbooks write them. */

/** Excel's escape for characters that XML cannot carry (ECMA-376 22.9.2.19). */
export const decodeEscapes = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

/** The name, or the name with a number when a sheet has it already. Case does not matter to Excel. */
export function freeSheetName(wanted: string, taken: Iterable<string>): string {
  const known = new Set([...taken].map((name) => name.toLowerCase()));
  if (!known.has(wanted.toLowerCase())) return wanted;
  for (let number = 2; ; number += 1) {
    const name = `${wanted} (${number})`;
    if (!known.has(name.toLowerCase())) return name;
  }
}
