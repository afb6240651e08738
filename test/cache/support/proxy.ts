import { connect, createServer, type Server, type Socket } from 'node:net';

/** A real TCP connection in between, as bad as told. */
export interface Proxy {
  readonly port: number;
  /** Everything is handed on this much later, both ways together. Applies to what comes from now on. */
  delayMs: number;
  /** Whatever arrives is swallowed. A connection that lost something so stays open, and stays silent for good. */
  silent: boolean;
  /** Ends all connections and refuses new ones, or takes them again. */
  cut(off: boolean): void;
  stop(): Promise<void>;
}

export async function startProxy(targetPort: number): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const timers = new Set<NodeJS.Timeout>();
  let isCut = false;
  const server: Server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(targetPort, '127.0.0.1');
    const line = { broken: false };
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (bytes) => later(line, proxy.delayMs, () => far.write(bytes)));
    far.on('data', (bytes) => later(line, 0, () => near.write(bytes)));
  });
  const later = (line: { broken: boolean }, delayMs: number, hand: () => void) => {
    line.broken ||= proxy.silent;
    if (line.broken) return;
    if (delayMs === 0) return hand();
    const timer = setTimeout(() => {
      timers.delete(timer);
      hand();
    }, delayMs);
    timers.add(timer);
  };
  const end = () => {
    for (const socket of [...sockets]) socket.destroy();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
  const proxy: Proxy = {
    port: address.port,
    delayMs: 0,
    silent: false,
    cut(off) {
      isCut = off;
      if (off) end();
    },
    async stop() {
      end();
      for (const timer of timers) clearTimeout(timer);
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}
