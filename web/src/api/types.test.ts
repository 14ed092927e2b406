import { expect, test } from 'vitest';
import { isCurrent } from '../../scripts/api-types.mjs';

test('the types are those of the contract; if not: npm run api:types', () => {
  expect(isCurrent()).toBe(true);
});
