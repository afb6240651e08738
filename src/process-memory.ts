import { setFlagsFromString } from 'node:v8';

/**
 * How far V8 lets the heap grow before it collects garbage, in percent of what is in use. To be called before anything is loaded: V8
 * applies the flag to what comes after it.
 *
 * By itself V8 lets the heap of a busy process grow to several times of what is in use, and that of one that was idle for half a minute
 * hardly at all: then it collects all of it after each 8 MB of bodies, and an answer with credentials cost three times the CPU time.
 */
export function setHeapGrowth(percent: number): void {
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}

const KEPT_BYTES = 8 * 1024 ** 2;

/**
 * Lets the process keep some megabytes of what it has freed, for what comes next. Does nothing where the C library is not glibc.
 *
 * Bodies lie outside V8's heap and are freed by the dozen, with each collection of young memory. From 128 KB on, glibc gives that back to
 * the kernel, and takes it again page by page for the next bodies: a tenth to a quarter of the CPU time of a request that reads a list.
 * The bound is twice the largest block that was mapped by itself and freed (mallopt(3), M_MMAP_THRESHOLD), so one that nothing is ever
 * written to will do. It takes no memory meanwhile.
 */
export function keepFreedMemory(): void {
  Buffer.allocUnsafeSlow(KEPT_BYTES / 2);
}
