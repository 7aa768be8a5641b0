/** Files that come with the program: templates and the bundled example, found beside the package, never by the current folder. */
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../', import.meta.url);

const inPackage = (path: string): string => fileURLToPath(new URL(path, ROOT));

export const PACKAGE_FOLDER = inPackage('.');
export const CRITERIA_FOLDER = inPackage('templates/criteria/');
export const FINDING_TEXTS_FOLDER = inPackage('templates/findings/');
export const REPORT_WORDING_FOLDER = inPackage('templates/reports/');
export const VERIFICATION_FOLDER = inPackage('templates/verification/');
export const EXAMPLE_FOLDER = inPackage('fixtures/district-2024/');
