import type { IncidentSummary } from '../../api/types';
import { typeIcon } from '../../ui/Badges';
import { iconPath } from '../../ui/Icon';
import { mercatorX, mercatorY, metresPerPixel, type Camera } from '../mercator';
import type { Labels } from './labels';

const FILL = ['#b3261e', '#b3261e', '#b45309', '#8a6d00', '#33618f', '#4b5a6b'];

/** Open incidents as pins with the sign of their type; the chosen one larger, with how uncertain its place is. */
export class IncidentsLayer {
  private incidents: IncidentSummary[] = [];
  private source: ReadonlyMap<string, IncidentSummary> | null = null;
  private readonly icons = new Map<string, Path2D>();

  setIncidents(incidents: ReadonlyMap<string, IncidentSummary>): void {
    if (incidents === this.source) return;
    this.source = incidents;
    // The most urgent are drawn last and lie on top.
    this.incidents = [...incidents.values()].filter(isPlaced).sort((a, b) => b.priority - a.priority);
  }

  draw(
    g: CanvasRenderingContext2D,
    camera: Camera,
    labels: Labels,
    chosenId: string | null,
    agency: string | null,
  ): void {
    let chosen: IncidentSummary | null = null;
    for (const incident of this.incidents) {
      if (incident.id === chosenId) chosen = incident;
      else if (agency === null || incident.parts.some((part) => part.agency === agency)) {
        this.pin(g, camera, incident, false, labels);
      }
    }
    if (chosen) this.pin(g, camera, chosen, true, labels);
  }

  private pin(
    g: CanvasRenderingContext2D,
    camera: Camera,
    incident: IncidentSummary,
    chosen: boolean,
    labels: Labels,
  ): void {
    const x = mercatorX(incident.lon ?? 0) * camera.scale - camera.originX;
    const y = mercatorY(incident.lat ?? 0) * camera.scale - camera.originY;
    if (x < -60 || y < -60 || x > camera.width + 60 || y > camera.height + 60) return;
    if (chosen) uncertainty(g, camera, incident, x, y);
    const r = chosen ? 15 : camera.zoom < 11 ? 8 : 11;
    const waiting = incident.state === 'pending' || incident.state === 'received';
    g.save();
    g.translate(x, y);
    g.beginPath();
    g.arc(0, 0, r, 0, Math.PI * 2);
    g.fillStyle = FILL[incident.priority] ?? FILL[5] ?? '';
    g.fill();
    g.lineWidth = waiting || chosen ? 3 : 1.5;
    g.strokeStyle = chosen ? '#ffd84d' : '#ffffff';
    // Nobody is sent yet: a broken ring.
    if (waiting && !chosen) g.setLineDash([4, 3]);
    g.stroke();
    g.setLineDash([]);
    if (r > 8) this.sign(g, incident.typeCode, r);
    g.restore();
    if (chosen || camera.zoom >= 13) labels.want(x + r - 7, y, incident.number.replace(/^.*-0*/, '#'), chosen ? 3 : 1);
  }

  private sign(g: CanvasRenderingContext2D, typeCode: string, r: number): void {
    let path = this.icons.get(typeCode);
    if (!path) this.icons.set(typeCode, (path = new Path2D(iconPath(typeIcon(typeCode)))));
    const scale = (r * 1.25) / 24;
    g.scale(scale, scale);
    g.translate(-12, -12);
    g.strokeStyle = '#ffffff';
    g.lineWidth = 2.4;
    g.lineCap = g.lineJoin = 'round';
    g.stroke(path);
  }

  hit(px: number, py: number, camera: Camera): IncidentSummary | null {
    let best: IncidentSummary | null = null;
    let bestDistance = 16 * 16;
    for (const incident of this.incidents) {
      const dx = mercatorX(incident.lon ?? 0) * camera.scale - camera.originX - px;
      const dy = mercatorY(incident.lat ?? 0) * camera.scale - camera.originY - py;
      if (dx * dx + dy * dy <= bestDistance) {
        bestDistance = dx * dx + dy * dy;
        best = incident;
      }
    }
    return best;
  }
}

function isPlaced(incident: IncidentSummary): boolean {
  return typeof incident.lat === 'number' && typeof incident.lon === 'number';
}

function uncertainty(
  g: CanvasRenderingContext2D,
  camera: Camera,
  incident: IncidentSummary,
  x: number,
  y: number,
): void {
  const metres = incident.location?.uncertaintyMetres ?? 0;
  const r = metres / metresPerPixel(incident.lat ?? 0, camera.scale);
  if (r < 12 || r > 5000) return;
  g.beginPath();
  g.arc(x, y, r, 0, Math.PI * 2);
  g.fillStyle = 'rgb(255 216 77 / 10%)';
  g.fill();
  g.strokeStyle = 'rgb(255 216 77 / 70%)';
  g.lineWidth = 1.5;
  g.setLineDash([6, 4]);
  g.stroke();
  g.setLineDash([]);
}
