/** Posts to the host's own server. @throws Error with the server's words */
export async function post(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const read = parse(text);
  if (read.error !== undefined) throw new Error(read.error);
  if (!response.ok) throw new Error(text);
  return read.value;
}

function parse(text: string): { value?: unknown; error?: string } {
  try {
    return JSON.parse(text) as { value?: unknown; error?: string };
  } catch {
    return {};
  }
}
