/** Asks again and again until the answer is something; the last failure tells why it never was. */
export async function until<T>(
  what: string,
  withinMs: number,
  ask: () => Promise<T | null | undefined | false> | T | null | undefined | false,
): Promise<T> {
  const end = Date.now() + withinMs;
  let why = '';
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (answer !== null && answer !== undefined && answer !== false) return answer;
      why = '';
    } catch (error) {
      why = String(error);
    }
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`${what}: not within ${withinMs} ms. ${why}`);
}
