import { createServer, connect, type Server, type Socket } from 'node:net';

/** The network cable of one screen: it can be pulled, and put in again. */
export class Line {
  readonly #sockets = new Set<Socket>();
  #server: Server | null = null;

  private constructor(
    private readonly targetPort: number,
    private port: number,
  ) {}

  static async to(url: string): Promise<Line> {
    const line = new Line(Number(new URL(url).port), 0);
    await line.mend();
    return line;
  }

  /** Chorsu by this line. */
  get url(): string {
    return `http://127.0.0.1:${this.port}/`;
  }

  /** Breaks every connection and lets nobody in. */
  async cut(): Promise<void> {
    const closed = new Promise((done) => (this.#server ? this.#server.close(done) : done(undefined)));
    this.#sockets.forEach((socket) => socket.destroy());
    this.#server = null;
    await closed;
  }

  /** Lets everybody in again, at the same address. */
  async mend(): Promise<void> {
    const server = createServer((near) => {
      const far = connect(this.targetPort, '127.0.0.1');
      for (const socket of [near, far]) {
        this.#sockets.add(socket);
        socket.on('error', () => socket.destroy());
        socket.on('close', () => {
          this.#sockets.delete(socket);
          near.destroy();
          far.destroy();
        });
      }
      near.pipe(far).pipe(near);
    });
    this.#server = server;
    await new Promise<void>((done, failed) => {
      server.once('error', failed);
      server.listen(this.port, '127.0.0.1', done);
    });
    const address = server.address();
    if (typeof address === 'object' && address) this.port = address.port;
  }
}
