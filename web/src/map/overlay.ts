import type { Map as MapLibre } from 'maplibre-gl';
import type { IncidentSummary, Unit } from '../api/types';
import { deskUi } from '../state/desk';
import { live } from '../state/picture';
import { onPositions } from '../state/positions';
import { preferences } from '../state/preferences';
import { view } from '../state/view';
import { drawClosures } from './layers/closures';
import { IncidentsLayer } from './layers/incidents';
import { Labels } from './layers/labels';
import { drawPointed } from './layers/pointed';
import { drawStations } from './layers/stations';
import { UnitsLayer } from './layers/units';
import { cameraAt, type Camera } from './mercator';

/**
 * Everything that lives, on one canvas over the base map. It is redrawn when the camera moves, when something changed
 * and once a second for positions; the base map below is left alone by all of that.
 */
export class Overlay {
  private readonly units = new UnitsLayer();
  private readonly incidents = new IncidentsLayer();
  private readonly labels = new Labels();
  private readonly undo: (() => void)[] = [];
  private frame = 0;

  constructor(
    private readonly map: MapLibre,
    private readonly canvas: HTMLCanvasElement,
  ) {
    const later = () => this.schedule();
    // While the camera moves, the canvas follows in the same frame.
    const now = () => this.draw();
    map.on('move', now);
    map.on('resize', now);
    this.undo.push(
      () => map.off('move', now),
      () => map.off('resize', now),
      live.picture.subscribe(later),
      live.stations.subscribe(later),
      view.subscribe(later),
      deskUi.subscribe(later),
      preferences.subscribe(later),
      onPositions(later),
    );
    this.schedule();
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    this.undo.forEach((each) => each());
  }

  camera(): Camera {
    const { lng, lat } = this.map.getCenter();
    const box = this.map.getContainer();
    return cameraAt(lng, lat, this.map.getZoom(), box.clientWidth, box.clientHeight);
  }

  /** What lies under a point of the canvas; incidents come before units. */
  hit(x: number, y: number): { incident: IncidentSummary } | { unit: Unit } | null {
    const camera = this.camera();
    const incident = this.incidents.hit(x, y, camera);
    if (incident) return { incident };
    const unit = this.units.hit(x, y, camera, 14);
    return unit ? { unit } : null;
  }

  private schedule(): void {
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const camera = this.camera();
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    const g = this.sized(camera, ratio);
    if (!g) return;
    const picture = live.picture.get();
    const { theme } = preferences.get();
    const { incidentId, agency } = view.get();
    const { unitId, pointed } = deskUi.get();
    this.units.setUnits(picture.units);
    this.units.move();
    this.incidents.setIncidents(picture.incidents);
    drawClosures(g, camera, picture.closures);
    drawStations(g, camera, theme, live.stations.get());
    this.units.draw(g, camera, theme, ratio, this.labels, { incidentId, unitId, agency });
    this.incidents.draw(g, camera, this.labels, incidentId, agency);
    if (pointed) drawPointed(g, camera, pointed);
    this.labels.draw(g, camera, theme);
  }

  private sized(camera: Camera, ratio: number): CanvasRenderingContext2D | null {
    const width = Math.round(camera.width * ratio);
    const height = Math.round(camera.height * ratio);
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
    const g = this.canvas.getContext('2d', { willReadFrequently: true });
    g?.setTransform(ratio, 0, 0, ratio, 0, 0);
    g?.clearRect(0, 0, camera.width, camera.height);
    return g;
  }
}
