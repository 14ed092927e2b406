-- Closed roads and the location file. The rules of V001 hold here too.

CREATE TABLE closure (
  id uuid PRIMARY KEY,
  lat double precision NOT NULL CHECK (lat BETWEEN -90 AND 90),
  lon double precision NOT NULL CHECK (lon BETWEEN -180 AND 180),
  radius_metres double precision NOT NULL CHECK (radius_metres BETWEEN 1 AND 500),
  reason text NOT NULL,
  roads text[] NOT NULL,
  since timestamptz NOT NULL,
  until timestamptz,
  by_name text NOT NULL,
  ended_at timestamptz,
  CHECK (until > since)
);
CREATE INDEX closure_open ON closure (since) WHERE ended_at IS NULL;
COMMENT ON TABLE closure IS 'Roads that an operator has closed';
COMMENT ON COLUMN closure.id IS 'the closure | UUID | no';
COMMENT ON COLUMN closure.lat IS 'middle | degrees north, WGS 84 | no';
COMMENT ON COLUMN closure.lon IS 'middle | degrees east, WGS 84 | no';
COMMENT ON COLUMN closure.radius_metres IS 'every road segment that comes within it is closed | metres | no';
COMMENT ON COLUMN closure.reason IS 'why | text | no';
COMMENT ON COLUMN closure.roads IS 'names of the closed roads at that time | text | no';
COMMENT ON COLUMN closure.since IS 'closed since | UTC | no';
COMMENT ON COLUMN closure.until IS 'opens by itself then; null until somebody opens it | UTC | no';
COMMENT ON COLUMN closure.by_name IS 'who closed it and at which desk | text | staff';
COMMENT ON COLUMN closure.ended_at IS 'opened again; null while closed | UTC | no';

CREATE TABLE location_entry (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('hazard', 'access-code', 'hydrant', 'contact', 'note')),
  lat double precision NOT NULL CHECK (lat BETWEEN -90 AND 90),
  lon double precision NOT NULL CHECK (lon BETWEEN -180 AND 180),
  text_sealed bytea NOT NULL,
  author text NOT NULL,
  at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > at)
);
CREATE INDEX location_entry_place ON location_entry USING gist (point(lon, lat));
CREATE INDEX location_entry_expiry ON location_entry (expires_at);
COMMENT ON TABLE location_entry IS 'What crews must know about a place. A row is deleted 30 days after it expired or was ended';
COMMENT ON COLUMN location_entry.id IS 'the entry | UUID | no';
COMMENT ON COLUMN location_entry.kind IS 'what it tells | word | no';
COMMENT ON COLUMN location_entry.lat IS 'place | degrees north, WGS 84 | no';
COMMENT ON COLUMN location_entry.lon IS 'place | degrees east, WGS 84 | no';
COMMENT ON COLUMN location_entry.text_sealed IS 'the words; an access code or a telephone number may be among them | AES-256-GCM | sealed';
COMMENT ON COLUMN location_entry.author IS 'who wrote it and at which desk | text | staff';
COMMENT ON COLUMN location_entry.at IS 'when it was written | UTC | no';
COMMENT ON COLUMN location_entry.expires_at IS 'not shown from then on; ending it sets this to now | UTC | no';
