/** What was entered in a field of a form, without the spaces around it; empty when there is no such field. */
export function entered(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
