import { mercatorX, mercatorY, type Camera } from '../mercator';

/** The place somebody pointed at: a cross hair that covers nothing. */
export function drawPointed(g: CanvasRenderingContext2D, camera: Camera, at: { lon: number; lat: number }): void {
  const x = mercatorX(at.lon) * camera.scale - camera.originX;
  const y = mercatorY(at.lat) * camera.scale - camera.originY;
  for (const [colour, width] of [
    ['#0b0f14', 5],
    ['#ffd84d', 2.5],
  ] as const) {
    g.strokeStyle = colour;
    g.lineWidth = width;
    g.beginPath();
    g.arc(x, y, 10, 0, Math.PI * 2);
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      g.moveTo(x + dx * 5, y + dy * 5);
      g.lineTo(x + dx * 17, y + dy * 17);
    }
    g.stroke();
  }
}
