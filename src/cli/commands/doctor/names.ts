/** Paths that are too long for Windows, and names that Windows refuses or takes for another. */
import type { Finding } from '../../../model.js';
import { finding } from '../../../findings/finding.js';
import { formatCount } from '../../../values/number-format.js';
import { NOT_TEXT, safeText } from '../../../values/safe-text.js';
import { troubleOnWindows } from '../../../values/windows-name.js';
import type { Check } from './check.js';
import type { Walk } from './folder-walk.js';
import { fileName } from '../../../values/file-name.js';
import { addTo } from '../../../values/groups.js';

/** Windows allows 260; a copy in “Tải xuống” and the name of a temporary file need the rest. */
const LONGEST = 240;

/** `folder` is absolute: the whole path counts. */
export function checkPathLengths(folder: string, { paths, findings, cut }: Walk): Check {
  const length = (path: string): number => folder.length + 1 + path.length;
  const long = paths.filter((path) => length(path) > LONGEST).sort((a, b) => length(b) - length(a));
  const [longest] = long;
  const counted = `${formatCount(paths.length)} tệp và thư mục${cut ? ' (chỉ xem chừng ấy)' : ''}`;
  const text = `${counted}, không đường dẫn nào dài quá ${LONGEST} ký tự`;
  const line = { id: 'paths', title: 'Đường dẫn dài', text };
  if (longest === undefined) return { ...line, findings };
  const found = finding(
    'doctor/long-path',
    { file: longest },
    {
      count: formatCount(long.length),
      limit: LONGEST,
      length: length(longest),
      path: safeText(longest),
    },
  );
  return { ...line, findings: [...findings, found] };
}

/** One finding per kind of trouble, with the first name as example. */
export function checkNames({ paths }: Walk): Check {
  const troubles = new Map<string, string[]>();
  const seen = new Map<string, string>();
  for (const path of paths) {
    const reason = troubleOf(path, seen);
    if (reason !== undefined) addTo(troubles, reason, path);
  }
  const findings: readonly Finding[] = [...troubles].map(([reason, names]) => {
    const [first = ''] = names;
    const count = formatCount(names.length);
    return finding('doctor/name-trouble', { file: first }, { count, path: safeText(first), reason });
  });
  return { id: 'names', title: 'Tên tệp', text: 'dùng được cả trên Windows', findings };
}

function troubleOf(path: string, seen: Map<string, string>): string | undefined {
  const name = fileName(path);
  const key = path.normalize('NFC').toLowerCase();
  const other = seen.get(key);
  seen.set(key, path);
  if (other !== undefined)
    return 'trùng với một tên khác nếu không phân biệt chữ hoa, chữ thường và kiểu gõ dấu';
  if (name.includes(NOT_TEXT)) return 'có chữ không đúng bảng mã Unicode nên không mở được';
  return troubleOnWindows(name);
}
