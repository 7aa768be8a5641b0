/**
 * The wording of the report: named sections of `templates/reports/*.hbs`, compiled once; the only home of handlebars.
 * A section starts with a line `## name` and runs to the next one; a later file may say single sections anew.
 */
import Handlebars from 'handlebars';
import { append } from '../../values/of-many.js';
import { WordingFault } from './wording-fault.js';

export type SentenceData = Readonly<Record<string, unknown>>;
/** The sentence of that name, filled. Unknown names and missing values are faults of the templates. */
export type Say = (id: string, data: SentenceData) => string;

const SECTION = /^##[ \t]+(\S+)[ \t]*$/u;

/** Names of the sections of a file, each with its line. */
export const sectionNames = (text: string): readonly { readonly id: string; readonly line: number }[] =>
  text
    .normalize('NFC')
    .split(/\r?\n/u)
    .flatMap((line, index) => {
      const id = SECTION.exec(line)?.[1];
      return id === undefined ? [] : [{ id, line: index + 1 }];
    });

/** Splits one file into its sections; text above the first heading is a remark of the author. */
export function splitSections(file: string, text: string): ReadonlyMap<string, string> {
  const sections = new Map<string, string>();
  let current: string | undefined;
  for (const line of text.normalize('NFC').split(/\r?\n/u)) {
    const id = SECTION.exec(line)?.[1];
    if (id !== undefined) {
      if (sections.has(id))
        throw new WordingFault(`${file} › ${id}`, 'tên câu này đã dùng ở trên trong cùng tệp');
      sections.set(id, '');
      current = id;
    } else if (current !== undefined) {
      sections.set(current, `${sections.get(current) ?? ''}${line}\n`);
    }
  }
  return sections;
}

/** What a section may hold: text, `{{value}}`, `{{#if value}}` and `{{#unless value}}`; nothing that could reach code. */
class Plain extends Handlebars.Visitor {
  readonly refused: string[] = [];
  /** Values named, as paths: `titles.family` → [titles, family]. */
  readonly values: (readonly string[])[] = [];

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    if (mustache.params.length > 0 || perhaps(mustache.hash)?.pairs.length) this.refuse(mustache.path);
    else this.value(mustache.path);
  }
  override BlockStatement(block: hbs.AST.BlockStatement): void {
    const [condition, ...more] = block.params;
    if (!['if', 'unless'].includes(block.path.original) || condition === undefined || more.length > 0) {
      this.refuse(block.path);
    } else this.value(condition);
    this.accept(block.program);
    const inverse = perhaps(block.inverse);
    if (inverse !== undefined) this.accept(inverse);
  }
  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    this.refuse(partial.name);
  }
  override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
    this.refuse(partial.name);
  }
  override DecoratorBlock(decorator: hbs.AST.DecoratorBlock): void {
    this.refuse(decorator.path);
  }
  override Decorator(decorator: hbs.AST.Decorator): void {
    this.refuse(decorator.path);
  }
  private refuse(what: hbs.AST.Node): void {
    this.refused.push(isPath(what) ? what.original : what.type);
  }
  private value(what: hbs.AST.Node): void {
    if (isPath(what) && !what.data && what.depth === 0 && what.parts.length > 0) this.values.push(what.parts);
    else this.refuse(what);
  }
}

/** The package's types promise parts of the tree that are absent at run time. */
const perhaps = <T>(part: T): T | undefined => part;

const isPath = (node: hbs.AST.Node): node is hbs.AST.PathExpression => node.type === 'PathExpression';

const hasOwnPath = (data: unknown, path: readonly string[]): boolean =>
  path.reduce<{ readonly at: unknown; readonly ok: boolean }>(
    ({ at, ok }, part) =>
      ok && typeof at === 'object' && at !== null && Object.hasOwn(at, part)
        ? { at: Object.getOwnPropertyDescriptor(at, part)?.value, ok: true }
        : { at: undefined, ok: false },
    { at: data, ok: true },
  ).ok;

type Compiled = (data: SentenceData) => string;

const tidy = (text: string): string => text.replace(/[ \t\r\n]+/gu, ' ').trim();

/** What may stand in a section is so little that it is filled from its tree: no code is made of it, which costs a start. */
function filled({ body }: hbs.AST.Program, data: SentenceData): string {
  let text = '';
  const open = [...body].reverse();
  for (let statement = open.pop(); statement !== undefined; statement = open.pop()) {
    if (isContent(statement)) text += statement.value;
    else if (isMustache(statement)) text += [valueAt(data, statement.path)].join('');
    else if (isBlock(statement)) append(open, (branchOf(statement, data)?.body ?? []).toReversed());
  }
  return text;
}

/** An empty list is as if it were not there. */
function branchOf(block: hbs.AST.BlockStatement, data: SentenceData): hbs.AST.Program | undefined {
  const value = valueAt(data, block.params[0]);
  const holds = Array.isArray(value) ? value.length > 0 : Boolean(value);
  return holds === (block.path.original === 'if') ? block.program : perhaps(block.inverse);
}

const isContent = (one: hbs.AST.Statement): one is hbs.AST.ContentStatement =>
  one.type === 'ContentStatement';
const isMustache = (one: hbs.AST.Statement): one is hbs.AST.MustacheStatement =>
  one.type === 'MustacheStatement';
const isBlock = (one: hbs.AST.Statement): one is hbs.AST.BlockStatement => one.type === 'BlockStatement';

/** Every value named was looked for before. */
const valueAt = (data: SentenceData, what: hbs.AST.Expression | undefined): unknown =>
  what === undefined || !isPath(what)
    ? undefined
    : what.parts.reduce<unknown>((at, part) => (at as SentenceData)[part], data);

interface Section {
  readonly values: Plain['values'];
  readonly tree: hbs.AST.Program;
}

/** Sections without a fault, by their text: commands that run twice (impact, publish, correct) read each once. */
const sections = new Map<string, Section>();

function sectionOf(place: string, text: string): Section {
  const known = sections.get(text);
  if (known !== undefined) return known;
  const tree = parseText(place, text);
  const plain = new Plain();
  plain.accept(tree);
  if (plain.refused.length > 0)
    throw new WordingFault(place, `không dùng được ${plain.refused.join(', ')} trong câu chữ`);
  const section = { values: plain.values, tree };
  sections.set(text, section);
  return section;
}

function compileOne(place: string, text: string): Compiled {
  if (!text.includes('{{')) {
    const whole = tidy(text);
    return () => whole;
  }
  const { values, tree } = sectionOf(place, text);
  return (data) => {
    const missing = values.find((path) => !hasOwnPath(data, path));
    if (missing !== undefined) throw new WordingFault(place, `không có giá trị {{${missing.join('.')}}}`);
    return tidy(filled(tree, data));
  };
}

function parseText(place: string, text: string): hbs.AST.Program {
  try {
    return Handlebars.parse(text);
  } catch (error) {
    const line = /line (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1];
    throw new WordingFault(
      place,
      `sai cú pháp {{ … }}${line === undefined ? '' : ` ở dòng thứ ${line} của câu`}`,
    );
  }
}

/** Compiles files by name; sections of later files replace equal ones of earlier files. All faults are told at once. */
export function compileWording(templates: Readonly<Record<string, string>>): Say {
  const compiled = new Map<string, Compiled>();
  const faults: WordingFault[] = [];
  const noting = (step: () => void): void => {
    try {
      step();
    } catch (error) {
      if (!(error instanceof WordingFault)) throw error;
      faults.push(error);
    }
  };
  for (const [file, text] of Object.entries(templates))
    noting(() => {
      const sections = splitSections(file, text);
      if (sections.size === 0 && text.trim() !== '')
        throw new WordingFault(file, 'không có dòng “## tên câu” nào nên cả tệp không thay được câu nào');
      for (const [id, section] of sections)
        noting(() => compiled.set(id, compileOne(`${file} › ${id}`, section)));
    });
  const [first, ...others] = faults;
  if (first !== undefined) throw new WordingFault(first.place, first.reason, others);
  return (id, data) => {
    const section = compiled.get(id);
    if (section === undefined) throw new WordingFault(id, 'chưa có câu mang tên này');
    return section(data);
  };
}

/** Compiles short phrases that stand in the data files beside the templates. */
export const compilePhrase = (place: string, text: string): ((data: SentenceData) => string) =>
  compileOne(place, text);
