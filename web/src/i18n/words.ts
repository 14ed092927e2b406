/** Typed dictionaries: every feature defines its own words in three languages; the compiler holds their keys equal. */

export const LANGUAGES = ['en', 'ru', 'uz'] as const;
export type Language = (typeof LANGUAGES)[number];

export type Values = Record<string, string | number>;
export type Words<K extends string = string> = Record<Language, Record<K, string>>;

export function defineWords<const E extends Record<string, string>>(words: {
  en: E;
  ru: Record<keyof E & string, string>;
  uz: Record<keyof E & string, string>;
}): Words<keyof E & string> {
  return words;
}

const RULES: Record<Language, Intl.PluralRules> = {
  en: new Intl.PluralRules('en'),
  ru: new Intl.PluralRules('ru'),
  uz: new Intl.PluralRules('uz'),
};

/** How many forms `{n:…|…}` has in each language, in the order of FORM_ORDER. */
const FORM_ORDER: Record<Language, Intl.LDMLPluralRule[]> = {
  en: ['one', 'other'],
  ru: ['one', 'few', 'many'],
  uz: ['other'],
};

/**
 * Fills a template. `{name}` is a value; `{n:incident|incidents}` picks the plural form for the number `n`
 * (English: one|other, Russian: one|few|many, Uzbek: one form).
 */
export function fill(language: Language, template: string, values: Values = {}): string {
  return template.replaceAll(/\{(\w+)(?::([^}]*))?\}/g, (whole, name: string, forms?: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (forms === undefined) return String(value);
    const index = FORM_ORDER[language].indexOf(RULES[language].select(Number(value)));
    const all = forms.split('|');
    return all[index] ?? all.at(-1) ?? '';
  });
}

/** The names of the placeholders of a template, sorted; a test holds them equal in all languages. */
export function placeholders(template: string): string[] {
  return [...new Set([...template.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? ''))].sort();
}

export function pluralForms(language: Language): number {
  return FORM_ORDER[language].length;
}
