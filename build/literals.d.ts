export function begunOtherwise(code: string, name: string): string;
