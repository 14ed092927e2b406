import type { Config } from '../../api/types';

export interface TypeChoice {
  typeCode: string;
  subtypeCode: string | null;
  label: string;
  priority: number;
  /** What may be typed for it, in lower case. */
  keys: string[];
}

type NameOf = (typeCode: string, subtypeCode?: string | null) => string;

/** Every type and subtype with what may be typed for it: its code, the letters of its codes, its name. */
export function typeChoices(config: Config | null, name: NameOf): TypeChoice[] {
  return (config?.incidentTypes ?? []).flatMap((type) => {
    const own = { typeCode: type.code, subtypeCode: null, label: name(type.code), priority: type.priority };
    const subtypes = type.subtypes.map((subtype) => ({
      typeCode: type.code,
      subtypeCode: subtype.code,
      label: `${name(type.code)}: ${name(type.code, subtype.code)}`,
      priority: subtype.priority ?? type.priority,
      keys: keysOf([
        subtype.code,
        `${type.code} ${subtype.code}`,
        name(type.code, subtype.code),
        `${name(type.code)} ${name(type.code, subtype.code)}`,
      ]),
    }));
    return [{ ...own, keys: keysOf([type.code, name(type.code)]) }, ...subtypes];
  });
}

function keysOf(texts: string[]): string[] {
  return texts.map((text) => text.toLowerCase());
}

/** Choices for a typed text; those that begin with it come first, then those where a word begins with it. */
export function matchTypes(choices: readonly TypeChoice[], text: string): TypeChoice[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return choices.filter((choice) => choice.subtypeCode === null);
  const begins = choices.filter((choice) => choice.keys.some((key) => key.startsWith(wanted)));
  const inside = choices.filter(
    (choice) =>
      !begins.includes(choice) &&
      choice.keys.some((key) => key.split(/[\s:,-]+/).some((word) => word.startsWith(wanted))),
  );
  return [...begins, ...inside].slice(0, 9);
}
