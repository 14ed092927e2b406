export function generate(): string;
export function isCurrent(): boolean;
