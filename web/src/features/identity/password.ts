export const SHORTEST_PASSWORD = 10;

/** What is wrong with a new password as far as a browser can tell; the server judges again. */
export function passwordFault(password: string, loginName: string): 'short' | 'name' | null {
  if ([...password].length < SHORTEST_PASSWORD) return 'short';
  const name = loginName.trim().toLowerCase();
  return name !== '' && password.toLowerCase() === name ? 'name' : null;
}
