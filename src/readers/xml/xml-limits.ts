/** How far XML of a part may go. Far above any honest part; without limits a small file can exhaust the memory. */
export const XML_LIMITS = {
  depth: 100,
  attributes: 500,
  encodings: /^(utf-?8|utf-?16(le|be)?|us-ascii|ascii)$/iu,
} as const;
