import type { Station } from '../../api/types';
import { nameIn, language } from '../../i18n/language';
import { mercatorX, mercatorY, type Camera } from '../mercator';
import type { Theme } from '../style';
import { AGENCY_COLOURS } from '../symbols';

const AGENCY: Record<Station['kind'], string> = {
  fire: 'fire',
  police: 'police',
  ambulance: 'medical',
  hospital: 'medical',
  gas: 'gas',
  other: '',
};

/** Homes of units as small houses in the colour of their agency; hospitals carry an H. */
export function drawStations(
  g: CanvasRenderingContext2D,
  camera: Camera,
  theme: Theme,
  stations: readonly Station[],
): void {
  if (camera.zoom < 10.5) return;
  g.font = "600 9px 'Noto Sans', sans-serif";
  g.textAlign = 'center';
  g.textBaseline = 'middle';
  for (const station of stations) {
    const x = Math.round(mercatorX(station.lon) * camera.scale - camera.originX);
    const y = Math.round(mercatorY(station.lat) * camera.scale - camera.originY);
    if (x < -40 || y < -20 || x > camera.width + 40 || y > camera.height + 20) continue;
    const colour = AGENCY_COLOURS[theme][AGENCY[station.kind]] ?? '#9aa8b6';
    g.beginPath();
    g.moveTo(x - 7, y + 6);
    g.lineTo(x - 7, y - 2);
    g.lineTo(x, y - 8);
    g.lineTo(x + 7, y - 2);
    g.lineTo(x + 7, y + 6);
    g.closePath();
    g.fillStyle = theme === 'dark' ? '#0b0f14' : '#ffffff';
    g.fill();
    g.lineWidth = 1.5;
    g.strokeStyle = colour;
    g.stroke();
    g.fillStyle = colour;
    if (station.kind === 'hospital') g.fillText('H', x, y + 1);
    if (camera.zoom >= 14) g.fillText(nameIn(station.name, language()), x, y + 14);
  }
  g.textAlign = 'left';
}
