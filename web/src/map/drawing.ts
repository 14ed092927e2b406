/** One canvas that is drawn again when it has to be, at most once a frame. */
export class Drawing {
  private frame = 0;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    /** Draws with CSS pixels as units; the ratio says how many device pixels one of them is. */
    private readonly draw: (g: CanvasRenderingContext2D, ratio: number) => void,
  ) {}

  later(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.now());
  }

  now(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    const width = Math.round(this.canvas.clientWidth * ratio);
    const height = Math.round(this.canvas.clientHeight * ratio);
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
    // Read often: the browser then keeps it in plain memory, where copied pixels need no detour over the GPU.
    const g = this.canvas.getContext('2d', { willReadFrequently: true });
    if (!g || width === 0) return;
    g.setTransform(ratio, 0, 0, ratio, 0, 0);
    g.clearRect(0, 0, width / ratio, height / ratio);
    this.draw(g, ratio);
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
  }
}
