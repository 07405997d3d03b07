import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

/** Leaves less than any page of a database or file needs. */
const FULL_BYTES = 4_096;

/** A real disk of few megabytes, in memory. Making one takes root. */
export class SmallDisk {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static mount(path: string, megabytes: number): SmallDisk {
    if (process.getuid?.() !== 0) {
      throw new Error('작은 디스크를 만들려면 root 권한이 필요합니다. A small disk takes root: run this test as root.');
    }
    mkdirSync(path);
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'onmaru-test', path]);
    return new SmallDisk(path);
  }

  /** Somebody else fills it, to the last block. */
  fill(): void {
    for (let piece = 0; this.#free() > FULL_BYTES; piece++) {
      execFileSync('fallocate', ['-l', String(this.#free()), join(this.path, `filler-${piece}`)]);
    }
  }

  /** What [fill] put there goes again. */
  clear(): void {
    for (let piece = 0; piece < 100; piece++) rmSync(join(this.path, `filler-${piece}`), { force: true });
  }

  unmount(): void {
    execFileSync('umount', ['--lazy', this.path]);
    rmSync(this.path, { recursive: true, force: true });
  }

  #free(): number {
    const { bavail, bsize } = statfsSync(this.path);
    return bavail * bsize;
  }
}
