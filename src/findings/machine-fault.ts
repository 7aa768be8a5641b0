/** What the machine refused, with the advice for this refusal: not every one is about a file that Excel holds. */
import type { Finding, SourceRef } from '../model.js';
import { finding, NOWHERE } from './finding.js';
import { defined } from '../values/defined.js';

const USED_UP = 'Đóng bớt chương trình đang mở rồi chạy lại; nếu vẫn lỗi thì khởi động lại máy.';
const DISK = 'Kiểm tra ổ đĩa, USB hoặc ổ mạng còn nối với máy và đọc được, rồi chạy lại.';
const ADVICE: ReadonlyMap<string, string> = new Map([
  ...['EMFILE', 'ENFILE', 'EAGAIN', 'ENOMEM'].map((errno) => [errno, USED_UP] as const),
  ...['EIO', 'ENODEV', 'ENXIO', 'ESTALE', 'ETIMEDOUT', 'EHOSTDOWN', 'ENOTCONN'].map(
    (errno) => [errno, DISK] as const,
  ),
  ['ENOSPC', 'Xóa bớt tệp không cần trên ổ đĩa đó, hoặc chọn ổ khác còn chỗ, rồi chạy lại.'],
]);

/** `path`: the file, or in words what was being used. */
export function machineFault(path: string, errno: string, at: SourceRef = NOWHERE): Finding {
  const hint = ADVICE.get(errno);
  return finding('cli/machine', at, { path, errno }, defined({ hint }));
}

/** A folder that is on a drive or share, and cannot be read now. */
export const folderAway = (path: string, errno: string): Finding =>
  finding(
    'cli/machine',
    NOWHERE,
    { path, errno },
    { hint: 'Kiểm tra kết nối với ổ mạng, ổ đĩa chứa thư mục này và quyền đọc thư mục, rồi chạy lại.' },
  );

/** The folder in which the command was typed is there no more: no file is meant, and nothing can be closed. */
export const folderGone = (errno: string): Finding =>
  finding(
    'cli/machine',
    NOWHERE,
    { path: 'thư mục đang làm việc', errno },
    { hint: 'Thư mục đó đã bị xóa, đổi tên hoặc ngắt khỏi máy: chuyển sang thư mục khác rồi chạy lại.' },
  );
