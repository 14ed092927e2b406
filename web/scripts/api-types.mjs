// Writes src/api/types.ts from the server's OpenAPI description. `--check` only compares (used by a test).
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const SOURCE = here('../../server/api/src/main/resources/uz/chorsu/api/openapi.yaml');
const TARGET = here('../src/api/types.ts');

/** One TypeScript type expression for a JSON schema (the part of JSON Schema that our contract uses). */
function expression(schema) {
  if (schema.$ref) return schema.$ref.split('/').at(-1);
  if (schema.allOf) return schema.allOf.map(expression).join(' & ');
  if (schema.oneOf) return schema.oneOf.map(expression).join(' | ');
  if (schema.enum) return schema.enum.map((v) => JSON.stringify(v)).join(' | ');
  const types = [schema.type ?? 'unknown'].flat();
  return types.map((type) => single(type, schema)).join(' | ');
}

function single(type, schema) {
  switch (type) {
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return array(schema);
    case 'object':
      return object(schema);
    default:
      return type; // string, boolean, null, unknown
  }
}

function array(schema) {
  const item = schema.items ? expression(schema.items) : 'unknown';
  const fixed = schema.minItems !== undefined && schema.minItems === schema.maxItems && schema.minItems <= 4;
  if (fixed) return `[${Array(schema.minItems).fill(item).join(', ')}]`;
  return `(${item})[]`;
}

function object(schema) {
  if (!schema.properties) {
    return `Record<string, ${schema.additionalProperties ? expression(schema.additionalProperties) : 'unknown'}>`;
  }
  const required = new Set(schema.required ?? []);
  const fields = Object.entries(schema.properties).map(
    ([name, value]) => `${JSON.stringify(name)}${required.has(name) ? '' : '?'}: ${expression(value)}`,
  );
  return `{ ${fields.join('; ')} }`;
}

function comment(text) {
  return text ? `/** ${text.replaceAll('*/', '* /').replaceAll('\n', ' ').trim()} */\n` : '';
}

export function generate() {
  const contract = parse(readFileSync(SOURCE, 'utf8'));
  const types = Object.entries(contract.components.schemas).map(
    ([name, schema]) => `${comment(schema.description)}export type ${name} = ${expression(schema)};`,
  );
  return `// Written by scripts/api-types.mjs from openapi.yaml. Do not edit: run \`npm run api:types\`.\n\n${types.join('\n\n')}\n`;
}

export function isCurrent() {
  return readFileSync(TARGET, 'utf8') === generate();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) process.exit(isCurrent() ? 0 : 1);
  writeFileSync(TARGET, generate());
}
