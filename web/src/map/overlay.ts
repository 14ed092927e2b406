import type { Map as MapLibre } from 'maplibre-gl';
import type { IncidentSummary, Unit } from '../api/types';
import { deskUi } from '../state/desk';
import { live } from '../state/picture';
import { onPositions } from '../state/positions';
import { preferences } from '../state/preferences';
import { view } from '../state/view';
import { Drawing } from './drawing';
import { drawClosures } from './layers/closures';
import { IncidentsLayer } from './layers/incidents';
import { Labels } from './layers/labels';
import { drawPointed } from './layers/pointed';
import { drawStations } from './layers/stations';
import { UnitsLayer } from './layers/units';
import { cameraAt, type Camera } from './mercator';

/**
 * Everything that lives, on two canvases over the base map, which is left alone by all of it. Units move every second
 * and lie below; what a person's keys change lies above, so that a key does not draw thousands of units again.
 */
export class Overlay {
  private readonly units = new UnitsLayer();
  private readonly incidents = new IncidentsLayer();
  private readonly undo: (() => void)[] = [];
  private readonly below: Drawing;
  private readonly above: Drawing;

  constructor(
    private readonly map: MapLibre,
    canvases: { below: HTMLCanvasElement; above: HTMLCanvasElement },
  ) {
    this.below = new Drawing(canvases.below, (g, ratio) => this.drawBelow(g, ratio));
    this.above = new Drawing(canvases.above, (g) => this.drawAbove(g));
    const both = () => {
      this.below.later();
      this.above.later();
    };
    // While the camera moves, the canvases follow in the same frame.
    const now = () => {
      this.below.now();
      this.above.now();
    };
    map.on('move', now);
    map.on('resize', now);
    this.undo.push(
      () => map.off('move', now),
      () => map.off('resize', now),
      live.picture.subscribe(() => this.pictureChanged()),
      live.stations.subscribe(both),
      preferences.subscribe(both),
      onPositions(both),
      deskUi.subscribe(() => this.above.later()),
      view.subscribe(() => this.viewChanged()),
    );
    both();
  }

  destroy(): void {
    this.below.destroy();
    this.above.destroy();
    this.undo.forEach((each) => each());
  }

  private drawn = { units: live.picture.get().units, closures: live.picture.get().closures, agency: view.get().agency };

  private pictureChanged(): void {
    const { units, closures } = live.picture.get();
    if (units !== this.drawn.units || closures !== this.drawn.closures) this.below.later();
    this.drawn = { ...this.drawn, units, closures };
    this.above.later();
  }

  private viewChanged(): void {
    const { agency } = view.get();
    if (agency !== this.drawn.agency) this.below.later();
    this.drawn = { ...this.drawn, agency };
    this.above.later();
  }

  private camera(): Camera {
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

  private drawBelow(g: CanvasRenderingContext2D, ratio: number): void {
    const camera = this.camera();
    const { theme } = preferences.get();
    const picture = live.picture.get();
    const labels = new Labels();
    this.units.setUnits(picture.units);
    this.units.move();
    drawClosures(g, camera, picture.closures);
    drawStations(g, camera, theme, live.stations.get());
    this.units.draw(g, camera, theme, ratio, labels, view.get().agency);
    labels.draw(g, camera, theme);
  }

  private drawAbove(g: CanvasRenderingContext2D): void {
    const camera = this.camera();
    const { theme } = preferences.get();
    const { incidentId, agency } = view.get();
    const { unitId, pointed } = deskUi.get();
    const labels = new Labels();
    this.units.setUnits(live.picture.get().units);
    this.incidents.setIncidents(live.picture.get().incidents);
    this.units.drawChosen(g, camera, theme, labels, { incidentId, unitId });
    this.incidents.draw(g, camera, labels, incidentId, agency);
    if (pointed) drawPointed(g, camera, pointed);
    labels.draw(g, camera, theme);
  }
}
