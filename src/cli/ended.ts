/** Why a process was ended from below, from its last words; and the finding for memory that does not suffice. */
import type { Finding } from '../model.js';
import { finding, NOWHERE } from '../findings/finding.js';
import { memoryLimit, systemLimit } from './memory.js';

/** How a process ended, and what Node wrote before. */
export interface Ending {
  /** A signal, or on Windows the number. */
  readonly how: string;
  readonly said: string;
}

/** Node's own limit is reached: more may be given to it. */
const OF_HEAP = /heap out of memory|Reached heap limit/iu;
/**
 * The system gave no memory, no room of addresses or no thread. What Node is made of throws nothing but that: where two
 * threads get none at once, no more is said than that the end was called for ("terminate called recursively").
 */
const OF_SYSTEM =
  /out of memory|\bOOM\b|allocation failed|failed to reserve|cannot (?:reserve|allocate)|bad_alloc|terminate called|(?:pthread|uv_thread)_create|ENOMEM|EAGAIN/iu;
/** Node gives its reason for an end of its own in this line. */
const REASON = /FATAL ERROR: .*/u;
/** libuv aborts without a word where it gets no thread; SIGKILL comes from a system without memory. */
const SILENT = ['SIGABRT', 'SIGKILL'];

export function endedFinding({ how, said }: Ending, limited = systemLimit()): Finding {
  if (SILENT.includes(how) && said.trim() === '') return outOfMemory('system', limited);
  if (OF_HEAP.test(said)) return outOfMemory('heap', limited);
  // Under a limit an allocation that fails ends in whatever fault comes of it, in whatever words, or cut off in them.
  const isUnexplained = limited !== undefined && !REASON.test(said);
  if (how === 'SIGKILL' || OF_SYSTEM.test(said) || isUnexplained) return outOfMemory('system', limited);
  const [reason = ''] = REASON.exec(said) ?? /\S.*/u.exec(said) ?? [];
  return finding('cli/fault', NOWHERE, { detail: `${how} ${reason}`.trim() });
}

/** `by`: who refused more memory. A figure is told where it is known to be the one that did not suffice. */
export function outOfMemory(by: 'heap' | 'system', limited = systemLimit()): Finding {
  if (by === 'heap' && (limited === undefined || limited > memoryLimit()))
    return finding('cli/out-of-memory', NOWHERE, { room: ` (chương trình được dùng ${memoryLimit()} MB)` });
  const room = limited === undefined ? '' : ` (hệ thống chỉ cho chương trình dùng ${limited} MB)`;
  return finding('cli/out-of-memory', NOWHERE, { room }, { hint: OF_THE_SYSTEM });
}

const OF_THE_SYSTEM =
  'Đóng bớt chương trình khác, chuyển các tệp lớn bất thường ra khỏi submissions rồi chạy lại; nếu vẫn thiếu, chạy trên máy khác hoặc nhờ người phụ trách máy nâng giới hạn bộ nhớ và số tiến trình dành cho chương trình (khi gõ lệnh: ulimit).';
