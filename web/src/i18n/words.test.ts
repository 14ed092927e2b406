import { expect, test } from 'vitest';
import { fill, LANGUAGES, placeholders, pluralForms, type Words } from './words';

const modules = import.meta.glob<Record<string, unknown>>('../**/*words.ts', { eager: true });
const dictionaries = Object.entries(modules).flatMap(([file, module]) =>
  Object.entries(module)
    .filter(([, value]) => isWords(value))
    .map(([name, value]) => ({ name: `${file} ${name}`, words: value as Words })),
);

function isWords(value: unknown): boolean {
  return typeof value === 'object' && value !== null && LANGUAGES.every((language) => language in value);
}

test.each(dictionaries)('$name: same keys, same placeholders, nothing empty', ({ words }) => {
  const keys = Object.keys(words.en).sort();
  for (const language of LANGUAGES) {
    expect(Object.keys(words[language]).sort(), language).toEqual(keys);
    for (const key of keys) {
      const text = words[language][key] ?? '';
      expect(text.trim(), `${language} ${key}`).not.toBe('');
      expect(placeholders(text), `${language} ${key}`).toEqual(placeholders(words.en[key] ?? ''));
    }
  }
});

test.each(dictionaries)('$name: plural forms are as many as the language has', ({ words }) => {
  for (const language of LANGUAGES) {
    for (const text of Object.values(words[language])) {
      for (const match of text.matchAll(/\{\w+:([^}]*)\}/g)) {
        expect(match[1]?.split('|').length, `${language}: ${text}`).toBe(pluralForms(language));
      }
    }
  }
});

test('plurals', () => {
  expect(fill('en', '{n} {n:unit|units}', { n: 1 })).toBe('1 unit');
  expect(fill('en', '{n} {n:unit|units}', { n: 5 })).toBe('5 units');
  const ru = '{n} {n:расчёт|расчёта|расчётов}';
  expect([1, 2, 5, 21, 112].map((n) => fill('ru', ru, { n }))).toEqual([
    '1 расчёт',
    '2 расчёта',
    '5 расчётов',
    '21 расчёт',
    '112 расчётов',
  ]);
  expect(fill('uz', '{n} {n:guruh}', { n: 3 })).toBe('3 guruh');
});

test('a value that is not given stays visible', () => {
  expect(fill('en', 'to {who}', {})).toBe('to {who}');
});
