import type { Theme } from './style';

/** How a unit stands on the map: filled = can be sent; the mark inside says what it does; hollow = cannot be sent. */
export type UnitLook = 'free' | 'dispatched' | 'en-route' | 'on-scene' | 'away';

export const AGENCY_COLOURS: Record<Theme, Record<string, string>> = {
  dark: { fire: '#ff7a5c', police: '#6db3ff', medical: '#5bd68a', gas: '#f4d35e', traffic: '#c4a1ff' },
  light: { fire: '#b73a1c', police: '#0b57b0', medical: '#136b37', gas: '#725a00', traffic: '#6a3fb0' },
};

const OTHER = { dark: '#c9d3de', light: '#4a5663' };

/** The outline of an agency: fire square, police shield, medical cross, gas diamond, traffic triangle, others round. */
export function agencyPath(agency: string, r: number): Path2D {
  const path = new Path2D();
  const points = SHAPES[agency];
  if (!points) path.arc(0, 0, r, 0, Math.PI * 2);
  points?.forEach(([x, y], i) => (i === 0 ? path.moveTo(x * r, y * r) : path.lineTo(x * r, y * r)));
  path.closePath();
  return path;
}

const SHAPES: Record<string, readonly (readonly [number, number])[] | undefined> = {
  fire: [
    [-0.88, -0.88],
    [0.88, -0.88],
    [0.88, 0.88],
    [-0.88, 0.88],
  ],
  police: [
    [-0.9, -0.85],
    [0.9, -0.85],
    [0.9, 0.2],
    [0, 1.1],
    [-0.9, 0.2],
  ],
  medical: [
    [-0.42, -1],
    [0.42, -1],
    [0.42, -0.42],
    [1, -0.42],
    [1, 0.42],
    [0.42, 0.42],
    [0.42, 1],
    [-0.42, 1],
    [-0.42, 0.42],
    [-1, 0.42],
    [-1, -0.42],
    [-0.42, -0.42],
  ],
  gas: [
    [0, -1.12],
    [1.12, 0],
    [0, 1.12],
    [-1.12, 0],
  ],
  traffic: [
    [0, -1.1],
    [1.1, 0.85],
    [-1.1, 0.85],
  ],
};

export interface Sprite {
  image: HTMLCanvasElement;
  /** Its pixels as the canvas keeps them, row by row. */
  pixels: Uint32Array;
  /** Its width and height in device pixels. */
  size: number;
}

const cache = new Map<string, Sprite>();

export function unitSprite(theme: Theme, agency: string, look: UnitLook, radius: number, ratio: number): Sprite {
  const key = `${theme} ${agency} ${look} ${radius} ${ratio}`;
  let sprite = cache.get(key);
  if (!sprite) cache.set(key, (sprite = drawUnit(theme, agency, look, radius, ratio)));
  return sprite;
}

function drawUnit(theme: Theme, agency: string, look: UnitLook, radius: number, ratio: number): Sprite {
  const half = Math.ceil(radius * 1.3 + 3);
  const image = document.createElement('canvas');
  image.width = image.height = half * 2 * ratio;
  const g = image.getContext('2d', { willReadFrequently: true });
  if (!g) return { image, pixels: new Uint32Array(0), size: 0 };
  g.scale(ratio, ratio);
  g.translate(half, half);
  const colour = AGENCY_COLOURS[theme][agency] ?? OTHER[theme];
  const dark = theme === 'dark' ? '#0b0f14' : '#ffffff';
  const path = agencyPath(agency, radius);
  g.lineJoin = 'round';
  g.lineWidth = 3.5;
  g.strokeStyle = look === 'en-route' || look === 'dispatched' ? (theme === 'dark' ? '#ffffff' : '#131a22') : dark;
  if (look !== 'away') g.stroke(path);
  if (look === 'away') {
    g.globalAlpha = 0.75;
    g.fillStyle = dark;
    g.fill(path);
    g.lineWidth = 1.2;
    g.strokeStyle = colour;
    g.stroke(path);
  } else {
    g.fillStyle = colour;
    g.fill(path);
  }
  if (radius >= 5) drawMark(g, look, radius, dark);
  const pixels = new Uint32Array(g.getImageData(0, 0, image.width, image.height).data.buffer);
  return { image, pixels, size: image.width };
}

function drawMark(g: CanvasRenderingContext2D, look: UnitLook, r: number, ink: string): void {
  g.strokeStyle = g.fillStyle = ink;
  g.lineWidth = 2;
  g.beginPath();
  if (look === 'on-scene') {
    g.arc(0, 0, r * 0.36, 0, Math.PI * 2);
    g.fill();
  } else if (look === 'en-route') {
    g.moveTo(-r * 0.25, -r * 0.42);
    g.lineTo(r * 0.28, 0);
    g.lineTo(-r * 0.25, r * 0.42);
    g.stroke();
  } else if (look === 'dispatched') {
    g.moveTo(-r * 0.42, 0);
    g.lineTo(r * 0.42, 0);
    g.stroke();
  }
}
