/** Names of options as they are declared: `-o, --out <thư mục>`. */

/** As it is typed: `--out`. */
export const longFlag = (flags: string): string => /--[\w-]+/u.exec(flags)?.[0] ?? flags;

/** As the program reads it: `--list-tags` → `listTags`. */
export const optionName = (flags: string): string =>
  longFlag(flags)
    .slice(2)
    .replaceAll(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
