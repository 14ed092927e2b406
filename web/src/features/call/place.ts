import type { Place } from '../../api/types';

/** District or kind of place; tags of the map (`highway=residential`) say nothing to a call taker. */
export function placeDetail(place: Place): string {
  return place.detail && !place.detail.includes('=') ? place.detail : '';
}
