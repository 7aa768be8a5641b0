/** Names of files and folders that Windows refuses, cuts, or takes for a device: also those of a stick that goes there. */

/** CONIN$, CONOUT$ and the raised digits count as well; what follows the first dot does not. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[1-9¹²³]|lpt[1-9¹²³]) *(?:\.|$)/iu;
const FORBIDDEN = /[<>:"|?*\\\u0000-\u001F]+/u;
const ENDING = /[. ]+$/u;

/** Why a name is none on Windows, for people; undefined where it is one. */
export function troubleOnWindows(name: string): string | undefined {
  if (FORBIDDEN.test(name)) return 'có ký tự không được dùng: < > : " | ? * \\ hoặc ký tự điều khiển';
  if (ENDING.test(name)) return 'kết thúc bằng dấu chấm hoặc dấu cách';
  if (RESERVED.test(name)) return 'trùng tên thiết bị của Windows';
  return undefined;
}

/** The nearest name that Windows takes. */
export function nearestForWindows(name: string): string {
  const written = name.split(FORBIDDEN).join('-').replace(ENDING, '');
  const made = /^-*$/u.test(written) ? 'ket-qua' : written;
  return RESERVED.test(made) ? made.replace(/^[^. ]+/u, '$&-1') : made;
}
