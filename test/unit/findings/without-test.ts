/** Codes that still lack a test or a fixture of their own. The list may only grow shorter. */
export const WITHOUT_TEST: readonly string[] = [
  'cli/narrative-empty',
  'comparison/doubtful-map',
  'comparison/no-basis',
  'crosswalk/unit-invented',
  'doctor/program-incomplete',
  'file/folder-unreadable',
  'previous/other-criteria',
  'reply/reason-given',
  'reply/reason-of-nothing',
  'return/reply-only',
  'tracking/deadline-passed',
  'tracking/no-deadline',
  'tracking/receipt-after',
  'tracking/receipt-unknown-file',
];
