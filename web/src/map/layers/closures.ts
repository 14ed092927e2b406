import type { Closure } from '../../api/types';
import { mercatorX, mercatorY, type Camera } from '../mercator';

/** Closed roads: a red and white line on the closed pieces and a "no entry" sign where the closure was set. */
export function drawClosures(g: CanvasRenderingContext2D, camera: Camera, closures: readonly Closure[]): void {
  const x = (lon: number) => mercatorX(lon) * camera.scale - camera.originX;
  const y = (lat: number) => mercatorY(lat) * camera.scale - camera.originY;
  g.lineCap = 'butt';
  for (const closure of closures) {
    g.beginPath();
    for (const line of closure.lines ?? []) {
      line.forEach(([lon, lat], i) =>
        i === 0 ? g.moveTo(x(lon ?? 0), y(lat ?? 0)) : g.lineTo(x(lon ?? 0), y(lat ?? 0)),
      );
    }
    g.lineWidth = camera.zoom < 13 ? 4 : 6;
    g.strokeStyle = '#ffffff';
    g.stroke();
    g.setLineDash([7, 5]);
    g.strokeStyle = '#d4281f';
    g.stroke();
    g.setLineDash([]);
    sign(g, x(closure.lon), y(closure.lat), camera.zoom < 12 ? 6 : 9);
  }
}

function sign(g: CanvasRenderingContext2D, x: number, y: number, r: number): void {
  g.beginPath();
  g.arc(x, y, r, 0, Math.PI * 2);
  g.fillStyle = '#d4281f';
  g.fill();
  g.lineWidth = 1.5;
  g.strokeStyle = '#ffffff';
  g.stroke();
  g.fillStyle = '#ffffff';
  g.fillRect(x - r * 0.55, y - r * 0.2, r * 1.1, r * 0.4);
}
