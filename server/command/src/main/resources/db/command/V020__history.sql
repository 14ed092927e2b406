-- Imported history: timelines of other systems, kept as they are beside the live tables. Nothing here is
-- invented or corrected; what contradicts itself is kept and named in history_finding.

CREATE TABLE history_import (
  id uuid PRIMARY KEY,
  format text NOT NULL,
  file_name text NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  columns text[] NOT NULL,
  started_at timestamptz NOT NULL,
  rows_taken integer NOT NULL DEFAULT 0,
  rows_refused integer NOT NULL DEFAULT 0,
  UNIQUE (format, sha256)
);
COMMENT ON TABLE history_import IS 'A file of past incidents that was imported';
COMMENT ON COLUMN history_import.id IS 'the import; derived from format and hash | UUIDv8 | no';
COMMENT ON COLUMN history_import.format IS 'how the file is written, such as datasf-fire | word | no';
COMMENT ON COLUMN history_import.file_name IS 'name of the file without its folder | text | no';
COMMENT ON COLUMN history_import.sha256 IS 'hash of the file | SHA-256, hexadecimal | no';
COMMENT ON COLUMN history_import.columns IS 'its header | text | no';
COMMENT ON COLUMN history_import.started_at IS 'when it began | UTC | no';
COMMENT ON COLUMN history_import.rows_taken IS 'rows kept | count | no';
COMMENT ON COLUMN history_import.rows_refused IS 'rows refused | count | no';

CREATE TABLE history_row (
  import_id uuid NOT NULL REFERENCES history_import,
  row integer NOT NULL CHECK (row >= 2),
  row_key text NOT NULL,
  incident_number text NOT NULL,
  call_number text NOT NULL,
  unit text NOT NULL,
  unit_type text,
  call_type text NOT NULL,
  disposition text,
  received_at timestamptz NOT NULL,
  entry_at timestamptz,
  dispatch_at timestamptz,
  en_route_at timestamptz,
  on_scene_at timestamptz,
  transport_at timestamptz,
  hospital_at timestamptz,
  available_at timestamptz,
  PRIMARY KEY (import_id, row)
);
CREATE UNIQUE INDEX history_row_key ON history_row (row_key);
CREATE INDEX history_row_incident ON history_row (import_id, incident_number);
CREATE INDEX history_row_unit ON history_row (import_id, unit, dispatch_at);
CREATE INDEX history_row_received ON history_row (received_at);
COMMENT ON TABLE history_row IS 'One unit on one past incident, with its stamps as the file has them';
COMMENT ON COLUMN history_row.import_id IS 'the import it came with | UUID | no';
COMMENT ON COLUMN history_row.row IS 'line in the file, the header is 1 | count | no';
COMMENT ON COLUMN history_row.row_key IS 'format and the file''s own name for the row, so that a row of two files counts once | text | no';
COMMENT ON COLUMN history_row.incident_number IS 'the incident in the other system | text | no';
COMMENT ON COLUMN history_row.call_number IS 'the call in the other system | text | no';
COMMENT ON COLUMN history_row.unit IS 'call sign in the other system | text | no';
COMMENT ON COLUMN history_row.unit_type IS 'kind of unit in the other system | text | no';
COMMENT ON COLUMN history_row.call_type IS 'type of incident in the other system | text | no';
COMMENT ON COLUMN history_row.disposition IS 'how it ended | text | no';
COMMENT ON COLUMN history_row.received_at IS 'call answered | UTC | no';
COMMENT ON COLUMN history_row.entry_at IS 'entered for dispatch | UTC | no';
COMMENT ON COLUMN history_row.dispatch_at IS 'unit dispatched | UTC | no';
COMMENT ON COLUMN history_row.en_route_at IS 'unit en route | UTC | no';
COMMENT ON COLUMN history_row.on_scene_at IS 'unit on scene | UTC | no';
COMMENT ON COLUMN history_row.transport_at IS 'unit left with a patient | UTC | no';
COMMENT ON COLUMN history_row.hospital_at IS 'unit at the hospital | UTC | no';
COMMENT ON COLUMN history_row.available_at IS 'unit available again | UTC | no';

CREATE TABLE history_finding (
  import_id uuid NOT NULL REFERENCES history_import,
  name text NOT NULL,
  row integer NOT NULL,
  refused boolean NOT NULL,
  PRIMARY KEY (import_id, name, row)
);
CREATE INDEX history_finding_row ON history_finding (import_id, row);
COMMENT ON TABLE history_finding IS 'Something strange about a row of an imported file';
COMMENT ON COLUMN history_finding.import_id IS 'the import | UUID | no';
COMMENT ON COLUMN history_finding.name IS 'what is strange, such as available-before-on-scene | word | no';
COMMENT ON COLUMN history_finding.row IS 'line in the file | count | no';
COMMENT ON COLUMN history_finding.refused IS 'the row was not kept | yes or no | no';
