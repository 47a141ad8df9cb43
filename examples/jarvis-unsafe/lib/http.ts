const INTRANET = "https://intranet.acme.example";

export async function getText(path: string): Promise<string> {
  const response = await fetch(`${INTRANET}${path}`);
  return response.text();
}

export async function getJson<T>(path: string): Promise<T> {
  const response = await fetch(`${INTRANET}${path}`, { headers: { Accept: "application/json" } });
  return (await response.json()) as T;
}
