/** Pictures by signature: a photographed report is a report without figures. */
type Picture = 'png' | 'jpeg' | 'gif' | 'bmp' | 'tiff' | 'webp' | 'heic';

const SIGNATURES: readonly (readonly [Picture, RegExp])[] = [
  ['png', /^\u0089PNG\r\n\u001a\n/u],
  ['jpeg', /^\u00ff\u00d8\u00ff/u],
  ['gif', /^GIF8[79]a/u],
  ['tiff', /^(II\*\0|MM\0\*)/u],
  ['webp', /^RIFF....WEBP/su],
  ['heic', /^....ftyp(hei[cx]|hev[cx]|mif1|avif)/su],
  // "BM" alone also begins ordinary words; the reserved zero bytes do not.
  ['bmp', /^BM....\0{4}/su],
];

export function sniffPicture(bytes: Uint8Array): Picture | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return SIGNATURES.find(([, signature]) => signature.test(head))?.[0];
}
