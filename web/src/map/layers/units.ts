import type { Unit } from '../../api/types';
import { positionOf, takeMoved } from '../../state/positions';
import { mercatorX, mercatorY, type Camera } from '../mercator';
import type { Theme } from '../style';
import { Pixels } from '../pixels';
import { unitSprite, type Sprite, type UnitLook } from '../symbols';
import type { Labels } from './labels';

interface Placed {
  unit: Unit;
  look: UnitLook;
  x: number;
  y: number;
}

export function lookOf(unit: Unit): UnitLook {
  const step = unit.assignment?.step;
  if (step === undefined) return unit.status.startsWith('available') || unit.status === 'delayed' ? 'free' : 'away';
  if (step === 'reserved' || step === 'dispatched' || step === 'acknowledged') return 'dispatched';
  if (step === 'en-route' || step === 'staged' || step === 'transporting') return 'en-route';
  return 'on-scene';
}

const ORDER: Record<UnitLook, number> = { away: 0, free: 1, 'on-scene': 2, dispatched: 3, 'en-route': 4 };

/**
 * All units, drawn on a plain canvas over the map: thousands of them move every second, and drawing small ready-made
 * pictures costs far less than giving the map a new data source each time.
 */
export class UnitsLayer {
  private placed = new Map<string, Placed>();
  private ordered: Placed[] = [];
  private units: ReadonlyMap<string, Unit> = new Map();
  private readonly pixels = new Pixels();

  setUnits(units: ReadonlyMap<string, Unit>): void {
    if (units === this.units) return;
    const before = this.units;
    this.units = units;
    for (const id of this.placed.keys()) if (!units.has(id)) this.placed.delete(id);
    for (const [id, unit] of units) if (before.get(id) !== unit) this.place(id, unit);
    this.ordered = [...this.placed.values()].sort((a, b) => ORDER[a.look] - ORDER[b.look]);
  }

  /** Takes over the positions that came since the last call. */
  move(): void {
    for (const id of takeMoved()) {
      const placed = this.placed.get(id);
      const position = positionOf(id);
      if (placed && position) {
        placed.x = mercatorX(position.lon);
        placed.y = mercatorY(position.lat);
      } else {
        const unit = this.units.get(id);
        if (unit && position) {
          this.place(id, unit);
          this.ordered = [...this.placed.values()].sort((a, b) => ORDER[a.look] - ORDER[b.look]);
        }
      }
    }
  }

  private place(id: string, unit: Unit): void {
    const position = positionOf(id);
    if (!position || unit.status === 'off-duty') this.placed.delete(id);
    else this.placed.set(id, { unit, look: lookOf(unit), x: mercatorX(position.lon), y: mercatorY(position.lat) });
  }

  /** All units, small; those that do something with their call signs when there is room. */
  draw(
    g: CanvasRenderingContext2D,
    camera: Camera,
    theme: Theme,
    ratio: number,
    labels: Labels,
    agency: string | null,
  ): void {
    const radius = this.radius(camera.zoom);
    const sprites = new Map<string, Sprite>();
    this.pixels.begin(Math.round(camera.width * ratio), Math.round(camera.height * ratio));
    for (const { unit, look, x, y } of this.ordered) {
      const px = x * camera.scale - camera.originX;
      const py = y * camera.scale - camera.originY;
      if (px < -20 || py < -20 || px > camera.width + 20 || py > camera.height + 20) continue;
      if (agency !== null && unit.agency !== agency) continue;
      const kind = unit.agency + look;
      let sprite = sprites.get(kind);
      if (!sprite) sprites.set(kind, (sprite = unitSprite(theme, unit.agency, look, radius, ratio)));
      this.pixels.stamp(sprite, px * ratio, py * ratio);
      if (isNamed(camera.zoom, look)) labels.want(px, py, unit.callSign, 0);
    }
    this.pixels.end(g, ratio);
  }

  /** The units of the chosen incident, a chosen unit and crews in danger: large, with their call signs. */
  drawChosen(g: CanvasRenderingContext2D, camera: Camera, theme: Theme, labels: Labels, chosen: ChosenUnits): void {
    for (const { unit, look, x, y } of this.ordered) {
      const mine = chosen.incidentId !== null && unit.assignment?.incidentId === chosen.incidentId;
      if (!mine && unit.id !== chosen.unitId && !unit.emergency) continue;
      const px = x * camera.scale - camera.originX;
      const py = y * camera.scale - camera.originY;
      const { image } = unitSprite(theme, unit.agency, look, 9, 2);
      g.drawImage(image, px - image.width / 4, py - image.height / 4, image.width / 2, image.height / 2);
      if (unit.emergency) drawEmergency(g, px, py, unit.callSign, labels);
      else labels.want(px, py, unit.callSign, 2);
    }
  }

  private radius(zoom: number): number {
    if (zoom < 11) return 2.5;
    if (zoom < 12.5 || (zoom < 13 && this.ordered.length > 1500)) return 4;
    return zoom < 14 ? 6.5 : 8;
  }

  /** The unit nearest to a point of the canvas, within reach. */
  hit(px: number, py: number, camera: Camera, reach: number): Unit | null {
    let best: Unit | null = null;
    let bestDistance = reach * reach;
    for (const { unit, x, y } of this.ordered) {
      const dx = x * camera.scale - camera.originX - px;
      const dy = y * camera.scale - camera.originY - py;
      if (dx * dx + dy * dy < bestDistance) {
        bestDistance = dx * dx + dy * dy;
        best = unit;
      }
    }
    return best;
  }
}

/** Those that do something get their names earlier. */
function isNamed(zoom: number, look: UnitLook): boolean {
  return zoom >= 14 || (zoom >= 12.5 && look !== 'free' && look !== 'away');
}

export interface ChosenUnits {
  incidentId: string | null;
  unitId: string | null;
}

function drawEmergency(g: CanvasRenderingContext2D, x: number, y: number, callSign: string, labels: Labels): void {
  g.strokeStyle = '#ff3b30';
  g.lineWidth = 3;
  for (const r of [14, 20]) {
    g.beginPath();
    g.arc(x, y, r, 0, Math.PI * 2);
    g.stroke();
  }
  labels.want(x, y, `‼ ${callSign}`, 3);
}
