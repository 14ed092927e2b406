import type { Camera } from '../mercator';
import type { Theme } from '../style';

interface Wanted {
  x: number;
  y: number;
  text: string;
  weight: number;
}

const CELL = 16;

/** Labels beside symbols; where they would cover each other only the weightier one is written. */
export class Labels {
  private wanted: Wanted[] = [];
  private readonly widths = new Map<string, number>();

  want(x: number, y: number, text: string, weight: number): void {
    this.wanted.push({ x, y, text, weight });
  }

  draw(g: CanvasRenderingContext2D, camera: Camera, theme: Theme): void {
    const taken = new Set<number>();
    const columns = Math.ceil(camera.width / CELL) + 2;
    g.font = "600 12px 'Noto Sans', sans-serif";
    g.textBaseline = 'middle';
    g.lineJoin = 'round';
    g.lineWidth = 3.5;
    this.wanted.sort((a, b) => b.weight - a.weight);
    for (const { x, y, text, weight } of this.wanted) {
      let width = this.widths.get(text);
      if (width === undefined) this.widths.set(text, (width = g.measureText(text).width));
      if (weight < 2 && !claim(taken, columns, x + 9, y - 8, width + 4, 16)) continue;
      if (weight >= 2) claim(taken, columns, x + 9, y - 8, width + 4, 16);
      g.strokeStyle = theme === 'dark' ? '#0b0f14' : '#ffffff';
      g.fillStyle = theme === 'dark' ? '#f2f6fa' : '#131a22';
      g.strokeText(text, x + 11, y);
      g.fillText(text, x + 11, y);
    }
    this.wanted = [];
  }
}

/** Marks the cells of a rectangle as written; false if one already was. */
function claim(taken: Set<number>, columns: number, x: number, y: number, width: number, height: number): boolean {
  const cells: number[] = [];
  for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row++) {
    for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column++) {
      const cell = row * columns + column;
      if (taken.has(cell)) return false;
      cells.push(cell);
    }
  }
  for (const cell of cells) taken.add(cell);
  return true;
}
