/**
 * Completion made from the table of commands, so that it cannot fall behind: which words lead from one command to the next,
 * which may follow there, and the values of options that have few. File names are left to the shell.
 */
import type { CommandDeclaration } from '../../command.js';

export const SHELLS = ['bash', 'zsh', 'powershell'] as const;
export type Shell = (typeof SHELLS)[number];

/** What every command takes. */
const SHARED = ['--workspace', '--json', '--quiet', '--no-color', '--help'];

/** A place on a command line: after the names of `path`. */
interface Place {
  /** "" at the start, "/units/find" behind a subcommand. */
  readonly path: string;
  readonly words: readonly string[];
  /** Name or alias → the place behind it. */
  readonly next: readonly (readonly [word: string, path: string])[];
  /** Option → the values it may have. */
  readonly values: readonly (readonly [option: string, choices: readonly string[]])[];
}

function placesOf(
  commands: readonly CommandDeclaration[],
  path = '',
  own?: CommandDeclaration,
): readonly Place[] {
  const options = (own?.options ?? []).map(({ flags, choices = [] }) => ({
    names: flags.split(/[ ,]+/u).filter((part) => part.startsWith('-')),
    choices,
  }));
  const next = commands.flatMap(({ name, alias }) =>
    [name, ...(alias === undefined ? [] : [alias])].map((word) => [word, `${path}/${name}`] as const),
  );
  const words = [...next.map(([word]) => word), ...options.flatMap(({ names }) => names), ...SHARED];
  const values = options.flatMap(({ names, choices }) =>
    choices.length === 0 ? [] : names.map((name) => [name, choices] as const),
  );
  return [
    { path, words, next, values },
    ...commands.flatMap((one) => placesOf(one.subcommands ?? [], `${path}/${one.name}`, one)),
  ];
}

/** The text for a shell; only names of the program stand in it, so that nothing needs quoting. */
export function completionScript(shell: Shell, commands: readonly CommandDeclaration[]): string {
  const places = placesOf(commands);
  return { bash, zsh, powershell }[shell](places);
}

const steps = (places: readonly Place[], line: (from: string, word: string, to: string) => string): string =>
  places.flatMap(({ path, next }) => next.map(([word, to]) => line(path, word, to))).join('\n');

const cases = (places: readonly Place[]): string =>
  [
    ...places.flatMap(({ path, values }) =>
      values.map(([option, choices]) => `    '${path} ${option}') list='${choices.join(' ')}' ;;`),
    ),
    ...places.map(({ path, words }) => `    '${path} '*) list='${words.join(' ')}' ;;`),
  ].join('\n');

const bash = (places: readonly Place[]): string => `# tdkvh: bash
_tdkvh() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" at='' list='' index
  for ((index = 1; index < COMP_CWORD; index++)); do
    case "$at/\${COMP_WORDS[index]}" in
${steps(places, (from, word, to) => `      '${from}/${word}') at='${to}' ;;`)}
    esac
  done
  case "$at $before" in
${cases(places)}
  esac
  COMPREPLY=($(compgen -W "$list" -- "$current"))
}
complete -o default -F _tdkvh tdkvh`;

const zsh = (places: readonly Place[]): string => `#compdef tdkvh
_tdkvh() {
  local at='' list='' index before="\${words[CURRENT-1]}"
  for ((index = 2; index < CURRENT; index++)); do
    case "$at/\${words[index]}" in
${steps(places, (from, word, to) => `      '${from}/${word}') at='${to}' ;;`)}
    esac
  done
  case "$at $before" in
${cases(places)}
  esac
  compadd -- \${=list}
  _files
}
compdef _tdkvh tdkvh`;

const powershell = (places: readonly Place[]): string => `# tdkvh: PowerShell
Register-ArgumentCompleter -Native -CommandName tdkvh, tdkvh.cmd -ScriptBlock {
  param($word, $command, $cursor)
  $at = ''
  $before = ''
  foreach ($element in ($command.CommandElements | Select-Object -Skip 1)) {
    if ($element.Extent.EndOffset -ge $cursor -and $word -ne '') { break }
    $before = $element.ToString()
    switch ("$at/$before") {
${steps(places, (from, word, to) => `      '${from}/${word}' { $at = '${to}'; break }`)}
    }
  }
  $values = @{
${places
  .flatMap(({ path, values }) =>
    values.map(([option, choices]) => `    '${path} ${option}' = '${choices.join(' ')}'`),
  )
  .join('\n')}
  }
  $lists = @{
${places.map(({ path, words }) => `    '${path} ' = '${words.join(' ')}'`).join('\n')}
  }
  $list = $values["$at $before"]
  if ($null -eq $list) { $list = $lists["$at "] }
  $list -split ' ' | Where-Object { $_ -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}`;
