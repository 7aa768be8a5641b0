/** The document of an .ods workbook as events: styles, settings, tables; what stands beside the cells is passed over. */
import type { CellSink } from '../../model.js';
import { constantText, ownNameOf } from '../own-names.js';
import { refuse } from '../read-fault.js';
import type { XmlListener } from '../xml/xml-events.js';
import { nameOf, SPACES, type Attribute } from './ods-names.js';
import { OdsSheet } from './ods-sheet.js';
import type { OdsStyles } from './ods-styles.js';
import type { OdsText } from './ods-text.js';

/** Rows and columns may stand in these. */
const GROUPS = new Set(
  ['rows', 'header-rows', 'row-group', 'columns', 'header-columns', 'column-group'].map(
    (name) => `table:table-${name}`,
  ),
);
/** In a cell or its text, what is not its value: notes, drawings, pronunciation, arrows between cells. */
const BESIDE = /^(?:draw|dr3d|svg):|^office:|^table:|^text:(?:ruby-text|note|tracked-changes)$/u;
/** LibreOffice keeps copies of the sheets of other workbooks as tables with such names. */
const COPY_OF_OTHER = /^'[a-z][\w+.-]*:.*'#/iu;
const DATE_1904 = '1904-01-01';

type Level = 'outside' | 'spreadsheet' | 'table' | 'row' | 'cell' | 'text' | 'skipped';

interface Open {
  readonly level: Level;
  readonly name: string;
  /** A closed group of rows or columns. */
  readonly hides: boolean;
}

/** Sends the cells of all tables to the sink; a document without tables sends none. */
export class OdsDocument implements XmlListener {
  /** Sheets that were seen, with results taken from other workbooks. */
  readonly sheets: { readonly name: string; readonly outside: OdsSheet['outside'] }[] = [];
  /** Texts under names of the program. */
  readonly names = new Map<string, string>();
  private readonly styles: OdsStyles;
  private readonly sink: CellSink;
  private readonly path: Open[] = [];
  private date1904 = false;
  private sheet: OdsSheet | undefined;
  private cellText: OdsText | undefined;

  constructor(styles: OdsStyles, sink: CellSink) {
    this.styles = styles;
    this.sink = sink;
  }

  open(local: string, space: string, attribute: Attribute): void {
    const name = nameOf(local, space);
    const level = this.path.at(-1)?.level ?? 'outside';
    if (this.path.length === 0 && !/^office:document(?:-content)?$/u.test(name))
      refuse('file/not-workbook', {});
    const hides = attribute('display', SPACES.table) === 'false';
    this.path.push({ level: this.enter(level, name, attribute), name, hides });
    if (level === 'outside') this.styles.open(local, space, attribute);
  }

  text(text: string): void {
    const level = this.path.at(-1)?.level;
    if (level === 'text') this.cellText?.text(text);
    else if (level === 'outside') this.styles.text(text);
  }

  close(local: string, space: string): void {
    const closed = this.path.pop();
    if (closed === undefined) return;
    const above = this.path.at(-1)?.level ?? 'outside';
    if (above === 'outside') this.styles.close(local, space);
    if (closed.level === 'text') this.cellText?.close(closed.name);
    else if (closed.level === 'cell' && above === 'row') {
      this.sheet?.cellCloses();
      this.cellText = undefined;
    } else if (closed.level === 'row' && above === 'table') this.sheet?.rowCloses();
    else if (closed.level === 'table' && above === 'spreadsheet' && closed.name === 'table:table') {
      this.sheet?.closes();
      this.sheet = undefined;
    }
  }

  /** The level inside the element. */
  private enter(level: Level, name: string, attribute: Attribute): Level {
    switch (level) {
      case 'outside':
        return name === 'office:spreadsheet' ? 'spreadsheet' : 'outside';
      case 'spreadsheet':
        return this.enterSpreadsheet(name, attribute);
      case 'table':
        return this.enterTable(name, attribute);
      case 'row':
        if (name !== 'table:table-cell' && name !== 'table:covered-table-cell')
          return isForeign(name) ? 'row' : 'skipped';
        this.cellText = this.sheet?.cellOpens(attribute);
        return 'cell';
      case 'cell':
      case 'text':
        if (name === 'table:table') this.sheet?.refuseNested();
        if (BESIDE.test(name)) return 'skipped';
        if (level === 'cell' && name !== 'text:p' && name !== 'text:h') return 'cell';
        this.cellText?.open(name, attribute);
        return 'text';
      case 'skipped':
        return 'skipped';
    }
  }

  private noteName(attribute: Attribute): void {
    const name = ownNameOf(attribute('name', SPACES.table));
    const text = constantText(attribute('expression', SPACES.table) ?? '');
    if (name !== undefined && text !== undefined && !this.names.has(name)) this.names.set(name, text);
  }

  private enterSpreadsheet(name: string, attribute: Attribute): Level {
    if (name === 'table:null-date') this.date1904 = attribute('date-value', SPACES.table) === DATE_1904;
    if (name === 'table:named-expression') this.noteName(attribute);
    if (name === 'table:calculation-settings' || name === 'table:named-expressions' || isForeign(name))
      return 'spreadsheet';
    const title = attribute('name', SPACES.table) ?? '';
    if (name !== 'table:table' || COPY_OF_OTHER.test(title)) return 'skipped';
    const hidden = this.styles.hidesSheet(attribute('style-name', SPACES.table) ?? '');
    this.sheet = new OdsSheet(title, this.date1904, this.styles, this.sink);
    this.sheets.push({ name: title, outside: this.sheet.outside });
    this.sink.sheet(title, hidden ? 'hidden' : 'visible', this.date1904);
    return 'table';
  }

  private enterTable(name: string, attribute: Attribute): Level {
    if (GROUPS.has(name) || isForeign(name)) return 'table';
    const hidden = this.path.some(({ hides, name: group }) => hides && GROUPS.has(group));
    if (name === 'table:table-column') this.sheet?.columnOpens(attribute, hidden);
    if (name !== 'table:table-row') return 'skipped';
    this.sheet?.rowOpens(attribute, hidden);
    return 'row';
  }
}

/** Extensions of other programs may stand around what the standard knows. */
const isForeign = (name: string): boolean => name.startsWith(':') || name.startsWith('calcext:');
