/** What people see of a severity, on screen, in tables and on the page. */
import type { Severity } from '../model.js';

export const SEVERITY_WORDS = {
  error: 'Phải sửa',
  warning: 'Cần xác nhận',
  info: 'Lưu ý',
} as const satisfies Readonly<Record<Severity, string>>;
