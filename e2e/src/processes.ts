import { readdirSync, readFileSync } from 'node:fs';

interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** The processes below this one whose command line holds all the words. */
export function below(ancestor: number, ...words: string[]): number[] {
  const all = running();
  const family = new Set([ancestor]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const each of all) {
      if (family.has(each.parent) && !family.has(each.pid)) {
        family.add(each.pid);
        grown = true;
      }
    }
  }
  family.delete(ancestor);
  return all
    .filter((each) => family.has(each.pid) && words.every((word) => each.command.includes(word)))
    .map((each) => each.pid);
}

/** Whether it runs; one that ended and waits to be collected does not. */
export function runs(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z';
  } catch {
    return false;
  }
}

/** Ends a process as a crash does. */
export function crash(pid: number): void {
  process.kill(pid, 'SIGKILL');
}

/** What these processes do takes for ever, until the answer is called: they neither end nor go on. */
export function freeze(pids: readonly number[]): () => void {
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  return () => {
    for (const pid of pids) process.kill(pid, 'SIGCONT');
  };
}

function running(): Running[] {
  const found: Running[] = [];
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      found.push({ pid: Number(name), parent, command });
    } catch {
      // It ended while we looked.
    }
  }
  return found;
}
