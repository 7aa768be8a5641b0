/** Given to Node with --import: when the program ends, leaves the list of files it has loaded where LOADED_FILES says. */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

process.on('exit', () => {
  writeFileSync(
    process.env.LOADED_FILES ?? '',
    JSON.stringify(Object.keys(createRequire(import.meta.url).cache)),
  );
});
