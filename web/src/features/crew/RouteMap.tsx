export default function RouteMap(_props: { place: [number, number]; route: unknown }) {
  return <div className="map" />;
}
