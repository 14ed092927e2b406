import type { Sprite } from './symbols';

/**
 * Draws thousands of small pictures by writing their pixels itself: with software rendering, one canvas call for each
 * of 7,600 units costs a hundred times more than copying some dozens of numbers.
 */
export class Pixels {
  private readonly canvas = document.createElement('canvas');
  private readonly context = this.canvas.getContext('2d', { willReadFrequently: true });
  private image: ImageData | null = null;
  private words = new Uint32Array(0);

  /** Begins an empty picture of this many device pixels. */
  begin(width: number, height: number): void {
    if (this.image?.width !== width || this.image.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
      this.image = new ImageData(width, height);
      this.words = new Uint32Array(this.image.data.buffer);
    } else this.words.fill(0);
  }

  /** Puts a sprite with its middle at a device pixel. Solid pixels cover; faint edges only fill what is empty. */
  stamp(sprite: Sprite, x: number, y: number): void {
    const { pixels, size } = sprite;
    const image = this.image;
    if (!image) return;
    const left = Math.round(x - size / 2);
    const top = Math.round(y - size / 2);
    const firstColumn = Math.max(0, -left);
    const lastColumn = Math.min(size, image.width - left);
    const lastRow = Math.min(size, image.height - top);
    for (let row = Math.max(0, -top); row < lastRow; row++) {
      let from = row * size + firstColumn;
      let to = (top + row) * image.width + left + firstColumn;
      for (let column = firstColumn; column < lastColumn; column++, from++, to++) {
        const colour = pixels[from] ?? 0;
        if (colour >>> 24 > 127 || (colour !== 0 && this.words[to] === 0)) this.words[to] = colour;
      }
    }
  }

  /** Lays the picture over a canvas whose units are CSS pixels. */
  end(g: CanvasRenderingContext2D, ratio: number): void {
    if (!this.image || !this.context) return;
    this.context.putImageData(this.image, 0, 0);
    g.drawImage(this.canvas, 0, 0, this.image.width / ratio, this.image.height / ratio);
  }
}
