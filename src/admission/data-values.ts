/** Plain values of the report's data files. Read by every command of a period: nothing here loads handlebars. */
import { z } from 'zod';

export const text = z.string().transform((written) => written.normalize('NFC'));

export const flag = z.boolean().default(false);
