/** Who issues and who signs, by kind of report, as data (signatures.yaml). */
import type { SignaturePreset } from '../model.js';
import { admitData, type DataNode } from './admit-data.js';
import type { Phrase } from './outline.js';
import { compilePhrase } from './wording.js';
import { defined } from '../values/defined.js';

export interface PresetSignature {
  /** "BC-BCĐ", after the number. */
  readonly symbol: string;
  readonly agency: Phrase;
  /** The agency inside a sentence; its configured name when absent. */
  readonly issuer?: Phrase;
  readonly authority?: string;
  readonly post: string;
  readonly onBehalf?: string;
  readonly governmentPost?: Phrase;
  readonly recipients: readonly Phrase[];
}

export interface Signatures {
  readonly presets: Readonly<Record<SignaturePreset, PresetSignature>>;
  /** Party committee of a unit, by its type. */
  readonly party: Readonly<Record<string, string>>;
}

const phrase = (node: DataNode): Phrase => compilePhrase(node.path, node.text());

function readPreset(node: DataNode): PresetSignature {
  const authority = node.at('authority').optionalText();
  const onBehalf = node.at('onBehalf').optionalText();
  return {
    symbol: node.at('symbol').text(),
    agency: phrase(node.at('agency')),
    post: node.at('post').text(),
    recipients: node.at('recipients').list().map(phrase),
    ...defined({ authority, onBehalf }),
    ...(node.at('issuer').present ? { issuer: phrase(node.at('issuer')) } : {}),
    ...(node.at('governmentPost').present ? { governmentPost: phrase(node.at('governmentPost')) } : {}),
  };
}

/** Admits signatures.yaml; faults are thrown together. */
export const readSignatures = (data: unknown): Signatures =>
  admitData('signatures', data, (root) => {
    const presets = root.at('presets');
    return {
      presets: {
        'BC-BCD': readPreset(presets.at('BC-BCD')),
        'BC-UBND': readPreset(presets.at('BC-UBND')),
        'BC-PHONG': readPreset(presets.at('BC-PHONG')),
        'BC-SO': readPreset(presets.at('BC-SO')),
      },
      party: Object.fromEntries(
        root
          .at('party')
          .entries()
          .map(([type, node]) => [type, node.text()]),
      ),
    };
  });
