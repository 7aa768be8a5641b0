/** Files that no one meant to send: locks, leftovers of systems and downloads. Known by name, listed with a reason. */
export type SkipReason =
  | 'open-elsewhere'
  | 'system'
  | 'hidden'
  | 'temporary'
  | 'link'
  | 'not-a-file'
  | 'sealed-bundle'
  | 'own-program';

/** Why a file is not read; `openIn` and `openName` when it shows that a workbook is being edited now. */
export interface NameSkip {
  readonly reason: SkipReason;
  readonly openName?: string;
  readonly openIn?: 'Excel' | 'Word' | 'LibreOffice';
}

const SYSTEM = new Set(['thumbs.db', 'ehthumbs.db', 'desktop.ini', '.ds_store', '__macosx', '$recycle.bin']);

/** Skip by name of a file or folder; undefined for what is read. */
export function skipByName(name: string): NameSkip | undefined {
  if (name.startsWith('~$')) {
    const openIn = /\.do[ct][xm]?$/iu.test(name) ? 'Word' : 'Excel';
    return { reason: 'open-elsewhere', openName: name.slice(2), openIn };
  }
  const lock = /^\.~lock\.(.+)#$/u.exec(name)?.[1];
  if (lock !== undefined) return { reason: 'open-elsewhere', openName: lock, openIn: 'LibreOffice' };
  const lower = name.toLowerCase();
  if (SYSTEM.has(lower) || name.startsWith('._')) return { reason: 'system' };
  if (/\.(tmp|temp|part|partial|crdownload|download|swp)$|~$/u.test(lower)) return { reason: 'temporary' };
  return name.startsWith('.') ? { reason: 'hidden' } : undefined;
}
