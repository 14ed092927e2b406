-- The tables of the desk: who sits there, units, calls, incidents, assignments, the journal.
--
-- Rules of this schema:
--  * Every table and column has a comment. A column's comment is `meaning | unit | personal`, where
--    personal is `no`, `yes`, `staff` (names of those who work at the desk) or `sealed` (AES-256-GCM, the
--    key is outside the database). docs/reference/stored-fields.md is made from these comments.
--  * Times are event times in UTC unless the column is called recorded_at.
--  * What must never happen is forbidden here, not only in the program: each rule that a trigger
--    keeps raises SQLSTATE 23000 with the rule's name as constraint.
--  * Locks are taken in one order: incidents by id, units by id, crews by id, then the rows below them,
--    and the journal last.

CREATE FUNCTION forbid(rule text, message text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = '23000', CONSTRAINT = rule, MESSAGE = message;
END $$;

-- People at desks -------------------------------------------------------------------------------

CREATE TABLE signon (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  desk text NOT NULL,
  role text NOT NULL CHECK (role IN
    ('call-taker', 'dispatcher', 'crew', 'traffic-operator', 'supervisor', 'administrator')),
  unit_id uuid,
  at timestamptz NOT NULL,
  left_at timestamptz
);
COMMENT ON TABLE signon IS 'A person who took a desk; not verified until logins exist';
COMMENT ON COLUMN signon.id IS 'the sign-on | UUIDv7 | no';
COMMENT ON COLUMN signon.name IS 'name as the person gave it | text | staff';
COMMENT ON COLUMN signon.desk IS 'the desk or position | text | no';
COMMENT ON COLUMN signon.role IS 'what the person does there | word | no';
COMMENT ON COLUMN signon.unit_id IS 'the unit, for a crew | UUID | no';
COMMENT ON COLUMN signon.at IS 'signed on | UTC | no';
COMMENT ON COLUMN signon.left_at IS 'signed off; null while there | UTC | no';

CREATE TABLE handover (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  desk text NOT NULL,
  by_name text NOT NULL,
  to_name text,
  note_sealed bytea NOT NULL,
  open_incidents jsonb NOT NULL
);
CREATE INDEX handover_newest ON handover (at DESC, id DESC);
COMMENT ON TABLE handover IS 'A desk handed over at the change of shift';
COMMENT ON COLUMN handover.id IS 'the handover | UUIDv7 | no';
COMMENT ON COLUMN handover.at IS 'when | UTC | no';
COMMENT ON COLUMN handover.desk IS 'which desk | text | no';
COMMENT ON COLUMN handover.by_name IS 'who leaves | text | staff';
COMMENT ON COLUMN handover.to_name IS 'who comes | text | staff';
COMMENT ON COLUMN handover.note_sealed IS 'what the next one must know | AES-256-GCM | sealed';
COMMENT ON COLUMN handover.open_incidents IS 'incidents open at that moment: id, number, type, priority, state | JSON | no';

-- Units -----------------------------------------------------------------------------------------

CREATE TABLE station (
  id uuid PRIMARY KEY,
  source_key text UNIQUE,
  kind text NOT NULL CHECK (kind IN ('fire', 'police', 'ambulance', 'hospital', 'gas', 'other')),
  name_en text NOT NULL,
  name_ru text,
  name_uz text,
  lat double precision NOT NULL CHECK (lat BETWEEN -90 AND 90),
  lon double precision NOT NULL CHECK (lon BETWEEN -180 AND 180)
);
COMMENT ON TABLE station IS 'A station or other home of units';
COMMENT ON COLUMN station.id IS 'the station | UUID | no';
COMMENT ON COLUMN station.source_key IS 'where it comes from, such as the map''s own id, so that it is never there twice | text | no';
COMMENT ON COLUMN station.kind IS 'what it is | word | no';
COMMENT ON COLUMN station.name_en IS 'name in English, or as the map has it | text | no';
COMMENT ON COLUMN station.name_ru IS 'name in Russian | text | no';
COMMENT ON COLUMN station.name_uz IS 'name in Uzbek | text | no';
COMMENT ON COLUMN station.lat IS 'place | degrees north, WGS 84 | no';
COMMENT ON COLUMN station.lon IS 'place | degrees east, WGS 84 | no';

CREATE TABLE crew (
  id uuid PRIMARY KEY,
  name text NOT NULL
);
CREATE UNIQUE INDEX crew_name ON crew (lower(name));
COMMENT ON TABLE crew IS 'A crew that mans one or more vehicles; on an assignment it binds all of them';
COMMENT ON COLUMN crew.id IS 'the crew | UUIDv7 | no';
COMMENT ON COLUMN crew.name IS 'name of the crew, such as "Station 3 B", not of a person | text | no';

CREATE TABLE unit (
  id uuid PRIMARY KEY,
  call_sign text NOT NULL CHECK (call_sign ~ '^[A-Za-z0-9-]{1,20}$'),
  agency text NOT NULL,
  kind text NOT NULL,
  skills text[] NOT NULL DEFAULT '{}',
  station_id uuid REFERENCES station,
  crew_id uuid REFERENCES crew,
  home_lat double precision CHECK (home_lat BETWEEN -90 AND 90),
  home_lon double precision CHECK (home_lon BETWEEN -180 AND 180),
  status text NOT NULL CHECK (status IN
    ('available-in-quarters', 'available-mobile', 'delayed', 'out-of-service', 'off-duty')),
  status_since timestamptz NOT NULL,
  status_reason text,
  status_lat double precision CHECK (status_lat BETWEEN -90 AND 90),
  status_lon double precision CHECK (status_lon BETWEEN -180 AND 180),
  status_place_at timestamptz,
  emergency_since timestamptz,
  retired_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CHECK ((home_lat IS NULL) = (home_lon IS NULL)),
  CHECK ((status_lat IS NULL) = (status_lon IS NULL)),
  CHECK ((status_lat IS NULL) = (status_place_at IS NULL))
);
CREATE UNIQUE INDEX "call-sign-taken" ON unit (upper(call_sign)) WHERE retired_at IS NULL;
CREATE INDEX unit_emergency ON unit (id) WHERE emergency_since IS NOT NULL;
CREATE INDEX unit_crew ON unit (crew_id) WHERE crew_id IS NOT NULL;
COMMENT ON TABLE unit IS 'A crew and vehicle that can be sent. Its status while on an assignment is the assignment''s; see unit_now';
COMMENT ON COLUMN unit.id IS 'the unit | UUIDv7 | no';
COMMENT ON COLUMN unit.call_sign IS 'name on the radio, unique in the fleet without regard to case | text | no';
COMMENT ON COLUMN unit.agency IS 'agency it belongs to | code of the plan | no';
COMMENT ON COLUMN unit.kind IS 'kind of unit | code of the plan | no';
COMMENT ON COLUMN unit.skills IS 'what it can do beyond its kind | codes of the plan | no';
COMMENT ON COLUMN unit.station_id IS 'its station | UUID | no';
COMMENT ON COLUMN unit.crew_id IS 'its crew, when the crew has a name | UUID | no';
COMMENT ON COLUMN unit.home_lat IS 'home, when it has no station | degrees north, WGS 84 | no';
COMMENT ON COLUMN unit.home_lon IS 'home, when it has no station | degrees east, WGS 84 | no';
COMMENT ON COLUMN unit.status IS 'status when it is not on an assignment | word | no';
COMMENT ON COLUMN unit.status_since IS 'since when | UTC | no';
COMMENT ON COLUMN unit.status_reason IS 'why delayed, out of service or off duty: a code or a few words about the vehicle | text | no';
COMMENT ON COLUMN unit.status_lat IS 'where it was when it last reported a step or status | degrees north, WGS 84 | no';
COMMENT ON COLUMN unit.status_lon IS 'where it was when it last reported a step or status | degrees east, WGS 84 | no';
COMMENT ON COLUMN unit.status_place_at IS 'when it was there | UTC | no';
COMMENT ON COLUMN unit.emergency_since IS 'the crew''s emergency button is pressed since; null when not | UTC | no';
COMMENT ON COLUMN unit.retired_at IS 'taken out of the fleet; null while in it | UTC | no';
COMMENT ON COLUMN unit.version IS 'rises with each edit, for If-Match | count | no';

CREATE TABLE unit_position (
  unit_id uuid PRIMARY KEY REFERENCES unit,
  lat double precision NOT NULL CHECK (lat BETWEEN -90 AND 90),
  lon double precision NOT NULL CHECK (lon BETWEEN -180 AND 180),
  at timestamptz NOT NULL,
  heading_deg real,
  speed_kmh real,
  accuracy_metres real,
  recorded_at timestamptz NOT NULL
) WITH (fillfactor = 50);
COMMENT ON TABLE unit_position IS 'The newest position of each unit; a newer one replaces it, no track is kept';
COMMENT ON COLUMN unit_position.unit_id IS 'the unit | UUID | no';
COMMENT ON COLUMN unit_position.lat IS 'where | degrees north, WGS 84 | no';
COMMENT ON COLUMN unit_position.lon IS 'where | degrees east, WGS 84 | no';
COMMENT ON COLUMN unit_position.at IS 'when measured | UTC | no';
COMMENT ON COLUMN unit_position.heading_deg IS 'direction of travel | degrees from north, clockwise | no';
COMMENT ON COLUMN unit_position.speed_kmh IS 'speed | km/h | no';
COMMENT ON COLUMN unit_position.accuracy_metres IS 'radius of uncertainty | metres | no';
COMMENT ON COLUMN unit_position.recorded_at IS 'when it was held | UTC | no';

-- Incidents -------------------------------------------------------------------------------------

CREATE SEQUENCE incident_number_seq;
CREATE TABLE incident_year (
  year integer PRIMARY KEY,
  base bigint NOT NULL
);
COMMENT ON TABLE incident_year IS 'Where the incident numbers of a year begin';
COMMENT ON COLUMN incident_year.year IS 'year in the city''s time zone | year | no';
COMMENT ON COLUMN incident_year.base IS 'value of incident_number_seq that counts as 0 | count | no';

-- A number never comes twice; after a rollback it may be missing.
CREATE FUNCTION next_incident_number(of_year integer) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  year_base bigint;
BEGIN
  SELECT base INTO year_base FROM command.incident_year WHERE year = of_year;
  IF year_base IS NULL THEN
    INSERT INTO command.incident_year (year, base)
      VALUES (of_year, nextval('command.incident_number_seq')) ON CONFLICT DO NOTHING;
    SELECT base INTO year_base FROM command.incident_year WHERE year = of_year;
  END IF;
  RETURN of_year || '-' || lpad((nextval('command.incident_number_seq') - year_base)::text, 6, '0');
END $$;

CREATE TABLE incident (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  type_code text NOT NULL,
  subtype_code text,
  priority smallint NOT NULL CHECK (priority BETWEEN 1 AND 5),
  alarm_level smallint NOT NULL DEFAULT 1 CHECK (alarm_level BETWEEN 1 AND 5),
  state text NOT NULL CHECK (state IN
    ('received', 'pending', 'dispatched', 'en-route', 'on-scene', 'closed')),
  state_since timestamptz NOT NULL,
  outcome text CHECK (outcome IN ('closed', 'cancelled', 'unfounded', 'duplicate')),
  duplicate_of uuid REFERENCES incident,
  reopened boolean NOT NULL DEFAULT false,
  lat double precision CHECK (lat BETWEEN -90 AND 90),
  lon double precision CHECK (lon BETWEEN -180 AND 180),
  location_method text CHECK (location_method IN
    ('caller', 'address', 'crossing', 'cell-sector', 'map')),
  uncertainty_metres double precision CHECK (uncertainty_metres BETWEEN 0 AND 1000000),
  verified boolean NOT NULL DEFAULT false,
  address text,
  on_network boolean NOT NULL DEFAULT false,
  type_fixed boolean NOT NULL DEFAULT false,
  place_fixed boolean NOT NULL DEFAULT false,
  priority_fixed boolean NOT NULL DEFAULT false,
  received_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  clock_from timestamptz NOT NULL,
  entered_at timestamptz,
  first_dispatched_at timestamptz,
  first_on_scene_at timestamptz,
  closed_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CHECK ((lat IS NULL) = (lon IS NULL)),
  CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
  CHECK ((state = 'closed') = (outcome IS NOT NULL)),
  CHECK ((outcome = 'duplicate') IS NOT TRUE OR duplicate_of IS NOT NULL),
  CONSTRAINT "duplicate-of-itself" CHECK (duplicate_of <> id)
);
CREATE INDEX incident_open ON incident (priority, clock_from, id) WHERE state <> 'closed';
CREATE INDEX incident_open_place ON incident (lat, lon) WHERE state <> 'closed' AND lat IS NOT NULL;
CREATE INDEX incident_received ON incident (received_at DESC, id DESC);
CREATE INDEX incident_closed ON incident (closed_at) WHERE state = 'closed';
CREATE INDEX incident_place ON incident USING gist (point(lon, lat)) WHERE lat IS NOT NULL;
CREATE INDEX incident_duplicate ON incident (duplicate_of) WHERE duplicate_of IS NOT NULL;
CREATE INDEX incident_address ON incident USING gin (address public.gin_trgm_ops);
COMMENT ON TABLE incident IS 'What is being handled; one or more calls belong to it';
COMMENT ON COLUMN incident.id IS 'the incident | UUIDv7 | no';
COMMENT ON COLUMN incident.number IS 'such as 2026-000123; numbers may be missing, none comes twice | text | no';
COMMENT ON COLUMN incident.type_code IS 'type; UNKNOWN until known | code of the plan | no';
COMMENT ON COLUMN incident.subtype_code IS 'subtype | code of the plan | no';
COMMENT ON COLUMN incident.priority IS '1 is the most urgent; the most urgent of its open parts | 1 to 5 | no';
COMMENT ON COLUMN incident.alarm_level IS 'level of the response plan | 1 to 5 | no';
COMMENT ON COLUMN incident.state IS 'the least advanced open part''s state | word | no';
COMMENT ON COLUMN incident.state_since IS 'in this state since | UTC | no';
COMMENT ON COLUMN incident.outcome IS 'how it ended; null while open | word | no';
COMMENT ON COLUMN incident.duplicate_of IS 'the incident that it was found to be the same as | UUID | no';
COMMENT ON COLUMN incident.reopened IS 'was closed before | yes or no | no';
COMMENT ON COLUMN incident.lat IS 'place | degrees north, WGS 84 | yes';
COMMENT ON COLUMN incident.lon IS 'place | degrees east, WGS 84 | yes';
COMMENT ON COLUMN incident.location_method IS 'how the place is known | word | no';
COMMENT ON COLUMN incident.uncertainty_metres IS 'radius of uncertainty | metres | no';
COMMENT ON COLUMN incident.verified IS 'the place was confirmed | yes or no | no';
COMMENT ON COLUMN incident.address IS 'place in words; working data that crews need, so it is not sealed | text | yes';
COMMENT ON COLUMN incident.on_network IS 'near a road of the city in use; else times are straight-line estimates | yes or no | no';
COMMENT ON COLUMN incident.type_fixed IS 'a person set the type here; calls no longer change it | yes or no | no';
COMMENT ON COLUMN incident.place_fixed IS 'a person set the place here; calls no longer change it | yes or no | no';
COMMENT ON COLUMN incident.priority_fixed IS 'a person set the priority; the type no longer changes it | yes or no | no';
COMMENT ON COLUMN incident.received_at IS 'its first call was answered or rang | UTC | no';
COMMENT ON COLUMN incident.recorded_at IS 'when it was stored | UTC | no';
COMMENT ON COLUMN incident.clock_from IS 'running clocks count from here: received_at, or recorded_at when it was entered more than a day late | UTC | no';
COMMENT ON COLUMN incident.entered_at IS 'type and place first known, so that it could be dispatched | UTC | no';
COMMENT ON COLUMN incident.first_dispatched_at IS 'first unit dispatched | UTC | no';
COMMENT ON COLUMN incident.first_on_scene_at IS 'first unit on scene | UTC | no';
COMMENT ON COLUMN incident.closed_at IS 'closed | UTC | no';
COMMENT ON COLUMN incident.version IS 'rises with each edit of its own fields, for If-Match | count | no';

CREATE TABLE part (
  id uuid PRIMARY KEY,
  incident_id uuid NOT NULL REFERENCES incident,
  agency text NOT NULL,
  priority smallint NOT NULL CHECK (priority BETWEEN 1 AND 5),
  priority_fixed boolean NOT NULL DEFAULT false,
  state text NOT NULL CHECK (state IN
    ('received', 'pending', 'dispatched', 'en-route', 'on-scene', 'closed')),
  state_since timestamptz NOT NULL,
  pending_again_since timestamptz,
  disposition text,
  closed_at timestamptz,
  reopened_at timestamptz,
  UNIQUE (incident_id, agency),
  CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
  CHECK ((state = 'closed') = (disposition IS NOT NULL)),
  CHECK (pending_again_since IS NULL OR state IN ('received', 'pending'))
);
CREATE INDEX part_pending_again ON part (incident_id) WHERE pending_again_since IS NOT NULL;
COMMENT ON TABLE part IS 'One agency''s part of an incident';
COMMENT ON COLUMN part.id IS 'the part | UUIDv7 | no';
COMMENT ON COLUMN part.incident_id IS 'its incident | UUID | no';
COMMENT ON COLUMN part.agency IS 'the agency | code of the plan | no';
COMMENT ON COLUMN part.priority IS '1 is the most urgent | 1 to 5 | no';
COMMENT ON COLUMN part.priority_fixed IS 'a person set it; the type no longer changes it | yes or no | no';
COMMENT ON COLUMN part.state IS 'derived from its assignments until closed | word | no';
COMMENT ON COLUMN part.state_since IS 'in this state since | UTC | no';
COMMENT ON COLUMN part.pending_again_since IS 'its last unit was cancelled or taken away; null when not | UTC | no';
COMMENT ON COLUMN part.disposition IS 'how it was closed | code of the plan | no';
COMMENT ON COLUMN part.closed_at IS 'closed | UTC | no';
COMMENT ON COLUMN part.reopened_at IS 'opened again; what ended before no longer counts for its state | UTC | no';

CREATE TABLE call (
  id uuid PRIMARY KEY,
  incident_id uuid NOT NULL REFERENCES incident,
  kind text NOT NULL CHECK (kind IN ('voice', 'silent', 'hang-up', 'text', 'other')),
  type_code text,
  subtype_code text,
  priority smallint CHECK (priority BETWEEN 1 AND 5),
  lat double precision CHECK (lat BETWEEN -90 AND 90),
  lon double precision CHECK (lon BETWEEN -180 AND 180),
  location_method text CHECK (location_method IN
    ('caller', 'address', 'crossing', 'cell-sector', 'map')),
  uncertainty_metres double precision CHECK (uncertainty_metres BETWEEN 0 AND 1000000),
  verified boolean NOT NULL DEFAULT false,
  address text,
  phone_sealed bytea,
  caller_sealed bytea,
  received_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  taken_by text,
  version integer NOT NULL DEFAULT 1,
  CHECK ((lat IS NULL) = (lon IS NULL))
);
CREATE INDEX call_incident ON call (incident_id, received_at, id);
CREATE INDEX call_newest ON call (received_at DESC, id DESC);
COMMENT ON TABLE call IS 'Somebody asking for help, as taken';
COMMENT ON COLUMN call.id IS 'the call | UUIDv7 | no';
COMMENT ON COLUMN call.incident_id IS 'the incident it belongs to now | UUID | no';
COMMENT ON COLUMN call.kind IS 'how it came | word | no';
COMMENT ON COLUMN call.type_code IS 'type as the caller''s words suggest; null while unknown | code of the plan | no';
COMMENT ON COLUMN call.subtype_code IS 'subtype | code of the plan | no';
COMMENT ON COLUMN call.priority IS 'priority the call taker gave | 1 to 5 | no';
COMMENT ON COLUMN call.lat IS 'place | degrees north, WGS 84 | yes';
COMMENT ON COLUMN call.lon IS 'place | degrees east, WGS 84 | yes';
COMMENT ON COLUMN call.location_method IS 'how the place is known | word | no';
COMMENT ON COLUMN call.uncertainty_metres IS 'radius of uncertainty | metres | no';
COMMENT ON COLUMN call.verified IS 'the place was confirmed | yes or no | no';
COMMENT ON COLUMN call.address IS 'place in words | text | yes';
COMMENT ON COLUMN call.phone_sealed IS 'number to call back | AES-256-GCM | sealed';
COMMENT ON COLUMN call.caller_sealed IS 'name of the caller | AES-256-GCM | sealed';
COMMENT ON COLUMN call.received_at IS 'the line was answered or rang | UTC | no';
COMMENT ON COLUMN call.recorded_at IS 'when it was stored | UTC | no';
COMMENT ON COLUMN call.taken_by IS 'who took it and at which desk | text | staff';
COMMENT ON COLUMN call.version IS 'rises with each edit, for If-Match | count | no';

CREATE TABLE call_text (
  id uuid PRIMARY KEY,
  call_id uuid NOT NULL REFERENCES call,
  recorded_at timestamptz NOT NULL,
  text_sealed bytea NOT NULL
);
CREATE INDEX call_text_call ON call_text (call_id, id);
COMMENT ON TABLE call_text IS 'What the caller said; later words are appended, nothing is overwritten';
COMMENT ON COLUMN call_text.id IS 'the piece of text | UUIDv7 | no';
COMMENT ON COLUMN call_text.call_id IS 'its call | UUID | no';
COMMENT ON COLUMN call_text.recorded_at IS 'when it was stored | UTC | no';
COMMENT ON COLUMN call_text.text_sealed IS 'the words | AES-256-GCM | sealed';

CREATE TABLE note (
  id uuid PRIMARY KEY,
  incident_id uuid REFERENCES incident,
  unit_id uuid REFERENCES unit,
  recorded_at timestamptz NOT NULL,
  text_sealed bytea NOT NULL
);
CREATE INDEX note_incident ON note (incident_id, id);
COMMENT ON TABLE note IS 'Free text written at the desk or by a crew; the journal entry that names it says who, when and about what';
COMMENT ON COLUMN note.id IS 'the note | UUIDv7 | no';
COMMENT ON COLUMN note.incident_id IS 'its incident | UUID | no';
COMMENT ON COLUMN note.unit_id IS 'its unit | UUID | no';
COMMENT ON COLUMN note.recorded_at IS 'when it was stored | UTC | no';
COMMENT ON COLUMN note.text_sealed IS 'the words | AES-256-GCM | sealed';

CREATE TABLE checklist_tick (
  incident_id uuid NOT NULL REFERENCES incident,
  item text NOT NULL,
  done boolean NOT NULL,
  at timestamptz NOT NULL,
  by_name text NOT NULL,
  PRIMARY KEY (incident_id, item)
);
COMMENT ON TABLE checklist_tick IS 'A checklist item that was ticked or unticked';
COMMENT ON COLUMN checklist_tick.incident_id IS 'the incident | UUID | no';
COMMENT ON COLUMN checklist_tick.item IS 'the item | code of the plan | no';
COMMENT ON COLUMN checklist_tick.done IS 'ticked | yes or no | no';
COMMENT ON COLUMN checklist_tick.at IS 'when | UTC | no';
COMMENT ON COLUMN checklist_tick.by_name IS 'who and at which desk | text | staff';

CREATE TABLE benchmark (
  id uuid PRIMARY KEY,
  incident_id uuid NOT NULL REFERENCES incident,
  code text NOT NULL,
  at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL
);
CREATE INDEX benchmark_incident ON benchmark (incident_id, at);
COMMENT ON TABLE benchmark IS 'A stamp on an incident, such as "controlled"';
COMMENT ON COLUMN benchmark.id IS 'the stamp | UUIDv7 | no';
COMMENT ON COLUMN benchmark.incident_id IS 'the incident | UUID | no';
COMMENT ON COLUMN benchmark.code IS 'which benchmark | code of the plan | no';
COMMENT ON COLUMN benchmark.at IS 'when it was reached | UTC | no';
COMMENT ON COLUMN benchmark.recorded_at IS 'when it was stored | UTC | no';

-- Assignments -----------------------------------------------------------------------------------

CREATE FUNCTION step_rank(step text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_position(ARRAY['reserved', 'dispatched', 'acknowledged', 'en-route', 'staged', 'on-scene',
    'at-patient', 'transporting', 'at-destination', 'cleared', 'cancelled'], step)
$$;

CREATE TABLE assignment (
  id uuid PRIMARY KEY,
  incident_id uuid NOT NULL REFERENCES incident,
  part_id uuid NOT NULL REFERENCES part,
  unit_id uuid NOT NULL REFERENCES unit,
  crew_id uuid REFERENCES crew,
  agency text NOT NULL,
  step text NOT NULL CHECK (step IN ('reserved', 'dispatched', 'acknowledged', 'en-route', 'staged', 'on-scene',
    'at-patient', 'transporting', 'at-destination', 'cleared', 'cancelled')),
  step_since timestamptz NOT NULL,
  open boolean GENERATED ALWAYS AS (step <> 'cleared' AND step <> 'cancelled') STORED,
  created_at timestamptz NOT NULL,
  ended_recorded_at timestamptz,
  attended boolean NOT NULL DEFAULT false,
  destination text,
  next_check_at timestamptz,
  CHECK ((step IN ('cleared', 'cancelled')) = (ended_recorded_at IS NOT NULL))
);
CREATE UNIQUE INDEX "unit-busy" ON assignment (unit_id) WHERE open;
CREATE UNIQUE INDEX "crew-busy" ON assignment (crew_id) WHERE open AND crew_id IS NOT NULL;
CREATE INDEX assignment_incident ON assignment (incident_id, created_at);
CREATE INDEX assignment_incident_open ON assignment (incident_id) WHERE open;
CREATE INDEX assignment_part ON assignment (part_id);
CREATE INDEX assignment_unit ON assignment (unit_id, created_at);
CREATE INDEX assignment_check ON assignment (next_check_at) WHERE open AND next_check_at IS NOT NULL;
COMMENT ON TABLE assignment IS 'One unit on one incident';
COMMENT ON COLUMN assignment.id IS 'the assignment | UUIDv7 | no';
COMMENT ON COLUMN assignment.incident_id IS 'the incident | UUID | no';
COMMENT ON COLUMN assignment.part_id IS 'the part of the unit''s agency | UUID | no';
COMMENT ON COLUMN assignment.unit_id IS 'the unit | UUID | no';
COMMENT ON COLUMN assignment.crew_id IS 'the unit''s crew at that time; set by the database | UUID | no';
COMMENT ON COLUMN assignment.agency IS 'the unit''s agency | code of the plan | no';
COMMENT ON COLUMN assignment.step IS 'the most advanced step | word | no';
COMMENT ON COLUMN assignment.step_since IS 'event time of that step | UTC | no';
COMMENT ON COLUMN assignment.open IS 'neither cleared nor cancelled | yes or no | no';
COMMENT ON COLUMN assignment.created_at IS 'when it was made | UTC | no';
COMMENT ON COLUMN assignment.ended_recorded_at IS 'when its end was stored; null while open | UTC | no';
COMMENT ON COLUMN assignment.attended IS 'reached the scene | yes or no | no';
COMMENT ON COLUMN assignment.destination IS 'where it brings the patient, such as the name of a hospital | text | no';
COMMENT ON COLUMN assignment.next_check_at IS 'the next crew check is due; null without checks | UTC | no';

CREATE TABLE assignment_stamp (
  assignment_id uuid NOT NULL REFERENCES assignment,
  step text NOT NULL CHECK (step_rank(step) IS NOT NULL),
  at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  by_name text NOT NULL,
  late boolean NOT NULL DEFAULT false,
  lat double precision CHECK (lat BETWEEN -90 AND 90),
  lon double precision CHECK (lon BETWEEN -180 AND 180),
  PRIMARY KEY (assignment_id, step)
);
COMMENT ON TABLE assignment_stamp IS 'When a unit on an incident reached a step';
COMMENT ON COLUMN assignment_stamp.assignment_id IS 'the assignment | UUID | no';
COMMENT ON COLUMN assignment_stamp.step IS 'the step | word | no';
COMMENT ON COLUMN assignment_stamp.at IS 'when it was reached | UTC | no';
COMMENT ON COLUMN assignment_stamp.recorded_at IS 'when it was stored | UTC | no';
COMMENT ON COLUMN assignment_stamp.by_name IS 'who entered it and at which desk | text | staff';
COMMENT ON COLUMN assignment_stamp.late IS 'entered after the fact | yes or no | no';
COMMENT ON COLUMN assignment_stamp.lat IS 'where the unit was | degrees north, WGS 84 | no';
COMMENT ON COLUMN assignment_stamp.lon IS 'where the unit was | degrees east, WGS 84 | no';

-- Warnings that a rule over time finds; pending-again and emergency are read from part and unit.
CREATE TABLE warning (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('unacknowledged', 'crew-check-overdue', 'target-missed')),
  incident_id uuid NOT NULL REFERENCES incident,
  unit_id uuid REFERENCES unit,
  assignment_id uuid REFERENCES assignment,
  since timestamptz NOT NULL,
  ended_at timestamptz,
  text text
);
CREATE UNIQUE INDEX warning_once ON warning (kind, incident_id, assignment_id) NULLS NOT DISTINCT
  WHERE ended_at IS NULL;
CREATE INDEX warning_open ON warning (incident_id) WHERE ended_at IS NULL;
COMMENT ON TABLE warning IS 'Something about an incident that must not be overlooked';
COMMENT ON COLUMN warning.id IS 'the warning | UUIDv7 | no';
COMMENT ON COLUMN warning.kind IS 'what is wrong | word | no';
COMMENT ON COLUMN warning.incident_id IS 'the incident | UUID | no';
COMMENT ON COLUMN warning.unit_id IS 'the unit, if it is about one | UUID | no';
COMMENT ON COLUMN warning.assignment_id IS 'the assignment, if it is about one | UUID | no';
COMMENT ON COLUMN warning.since IS 'since when | UTC | no';
COMMENT ON COLUMN warning.ended_at IS 'over; null while it holds | UTC | no';
COMMENT ON COLUMN warning.text IS 'one sentence | text | no';

-- The journal -----------------------------------------------------------------------------------

CREATE SEQUENCE journal_seq;
CREATE TABLE journal (
  seq bigint PRIMARY KEY,
  at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  kind text NOT NULL,
  actor_name text NOT NULL,
  actor_desk text,
  incident_id uuid,
  unit_id uuid,
  call_id uuid,
  assignment_id uuid,
  note_id uuid,
  text text NOT NULL,
  data jsonb
);
CREATE INDEX journal_incident ON journal (incident_id, seq) WHERE incident_id IS NOT NULL;
CREATE INDEX journal_recorded ON journal (recorded_at);
COMMENT ON TABLE journal IS 'What happened, append-only, one row for each change, in the order of commits';
COMMENT ON COLUMN journal.seq IS 'rises in the order of commits; numbers may be missing | count | no';
COMMENT ON COLUMN journal.at IS 'when it happened | UTC | no';
COMMENT ON COLUMN journal.recorded_at IS 'when it was stored | UTC | no';
COMMENT ON COLUMN journal.kind IS 'what happened | word | no';
COMMENT ON COLUMN journal.actor_name IS 'who did it | text | staff';
COMMENT ON COLUMN journal.actor_desk IS 'at which desk | text | no';
COMMENT ON COLUMN journal.incident_id IS 'the incident it is about | UUID | no';
COMMENT ON COLUMN journal.unit_id IS 'the unit it is about | UUID | no';
COMMENT ON COLUMN journal.call_id IS 'the call it is about | UUID | no';
COMMENT ON COLUMN journal.assignment_id IS 'the assignment it is about | UUID | no';
COMMENT ON COLUMN journal.note_id IS 'the note with the words that were said about it | UUID | no';
COMMENT ON COLUMN journal.text IS 'one plain sentence without personal data | text | no';
COMMENT ON COLUMN journal.data IS 'the parts of the sentence, for translation; no personal data | JSON | no';

-- The lock makes the order of numbers the order of commits: it is held until the commit is visible.
-- Whoever writes to the journal does so last, because no other lock may be awaited after it.
CREATE FUNCTION journal_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('chorsu-journal'));
  NEW.seq := nextval('command.journal_seq');
  RETURN NEW;
END $$;
CREATE TRIGGER journal_number BEFORE INSERT ON journal FOR EACH ROW EXECUTE FUNCTION journal_number();

CREATE FUNCTION journal_announce() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('chorsu_journal', max(seq)::text) FROM added HAVING max(seq) IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER journal_announce AFTER INSERT ON journal REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION journal_announce();

CREATE FUNCTION journal_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM command.forbid('journal-append-only', 'The journal is append-only');
  RETURN NULL;
END $$;
CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
  FOR EACH STATEMENT EXECUTE FUNCTION journal_append_only();

-- What the database forbids ---------------------------------------------------------------------

-- A new assignment: the part is open, belongs to the incident and to the unit's agency, the unit is in the
-- fleet, and the crew is the unit's. The shared locks make a close or a retirement at the same moment wait.
CREATE FUNCTION assignment_begin() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  p command.part;
  u command.unit;
BEGIN
  SELECT * INTO p FROM command.part WHERE id = NEW.part_id FOR SHARE;
  SELECT * INTO u FROM command.unit WHERE id = NEW.unit_id FOR SHARE;
  IF p.incident_id <> NEW.incident_id OR p.agency <> NEW.agency OR u.agency <> NEW.agency THEN
    PERFORM command.forbid('part-of-another', 'An assignment belongs to its unit''s agency''s part of its incident');
  END IF;
  NEW.crew_id := u.crew_id;
  IF NEW.step NOT IN ('cleared', 'cancelled') THEN
    IF p.state = 'closed' THEN
      PERFORM command.forbid('incident-closed', 'The part of the incident is closed');
    END IF;
    IF u.retired_at IS NOT NULL THEN
      PERFORM command.forbid('no-such-unit', 'The unit is not in the fleet');
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assignment_begin BEFORE INSERT ON assignment FOR EACH ROW EXECUTE FUNCTION assignment_begin();

CREATE FUNCTION assignment_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.unit_id <> OLD.unit_id OR NEW.incident_id <> OLD.incident_id OR NEW.part_id <> OLD.part_id
      OR NEW.crew_id IS DISTINCT FROM OLD.crew_id OR NEW.agency <> OLD.agency THEN
    PERFORM command.forbid('assignment-fixed', 'An assignment keeps its unit, crew and incident');
  END IF;
  IF OLD.step IN ('cleared', 'cancelled') AND NEW.step <> OLD.step THEN
    PERFORM command.forbid('assignment-ended', 'An ended assignment does not begin again');
  END IF;
  IF command.step_rank(NEW.step) < command.step_rank(OLD.step) THEN
    PERFORM command.forbid('step-backwards', 'Steps of an assignment do not go backwards');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assignment_forward BEFORE UPDATE ON assignment FOR EACH ROW EXECUTE FUNCTION assignment_forward();

CREATE FUNCTION assignment_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM command.forbid('record-stands', 'Assignments and their stamps are not deleted');
  RETURN NULL;
END $$;
CREATE TRIGGER assignment_kept BEFORE DELETE ON assignment FOR EACH ROW EXECUTE FUNCTION assignment_kept();
CREATE TRIGGER stamp_kept BEFORE UPDATE OR DELETE ON assignment_stamp FOR EACH ROW EXECUTE FUNCTION assignment_kept();

CREATE FUNCTION part_closing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'closed' THEN
    IF EXISTS (SELECT 1 FROM command.assignment WHERE part_id = NEW.id AND open) THEN
      PERFORM command.forbid('crews-on-incident', 'Crews are still on it');
    END IF;
  ELSE
    PERFORM 1 FROM command.incident WHERE id = NEW.incident_id AND state = 'closed' FOR SHARE;
    IF FOUND THEN
      PERFORM command.forbid('incident-closed', 'The incident is closed');
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER part_closing AFTER INSERT OR UPDATE OF state ON part
  FOR EACH ROW EXECUTE FUNCTION part_closing();

CREATE FUNCTION incident_closing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'closed' THEN
    IF EXISTS (SELECT 1 FROM command.assignment WHERE incident_id = NEW.id AND open) THEN
      PERFORM command.forbid('crews-on-incident', 'Crews are still on it');
    END IF;
    IF EXISTS (SELECT 1 FROM command.part WHERE incident_id = NEW.id AND state <> 'closed') THEN
      PERFORM command.forbid('parts-open', 'A part of it is still open');
    END IF;
  END IF;
  IF NEW.duplicate_of IS NOT NULL AND EXISTS (
      SELECT 1 FROM command.incident WHERE id = NEW.duplicate_of AND duplicate_of = NEW.id) THEN
    PERFORM command.forbid('duplicate-of-itself', 'Two incidents cannot be duplicates of each other');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER incident_closing AFTER INSERT OR UPDATE OF state, duplicate_of ON incident
  FOR EACH ROW EXECUTE FUNCTION incident_closing();

CREATE FUNCTION unit_bound() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.crew_id IS DISTINCT FROM OLD.crew_id OR NEW.retired_at IS DISTINCT FROM OLD.retired_at
      OR NEW.agency <> OLD.agency)
      AND EXISTS (SELECT 1 FROM command.assignment WHERE unit_id = NEW.id AND open) THEN
    PERFORM command.forbid('unit-busy', 'The unit is on an assignment');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER unit_bound AFTER UPDATE OF crew_id, retired_at, agency ON unit
  FOR EACH ROW EXECUTE FUNCTION unit_bound();

-- Units as the desk sees them now ---------------------------------------------------------------

CREATE VIEW unit_now AS
SELECT u.id, u.call_sign, u.agency, u.kind, u.skills, u.station_id,
       s.name_en AS station_name, s.lat AS station_lat, s.lon AS station_lon,
       u.home_lat, u.home_lon, u.crew_id, c.name AS crew_name,
       CASE WHEN a.id IS NULL THEN u.status ELSE 'on-assignment' END AS status,
       CASE WHEN a.id IS NULL THEN u.status_since ELSE a.created_at END AS status_since,
       CASE WHEN a.id IS NULL THEN u.status_reason END AS status_reason,
       u.status_lat, u.status_lon, u.status_place_at, u.emergency_since, u.version,
       a.id AS assignment_id, a.incident_id, i.number AS incident_number, i.priority AS incident_priority,
       a.step, a.step_since,
       b.unit_id IS NOT NULL AND a.id IS NULL AS bound_by_crew
  FROM command.unit u
  LEFT JOIN command.station s ON s.id = u.station_id
  LEFT JOIN command.crew c ON c.id = u.crew_id
  LEFT JOIN command.assignment a ON a.unit_id = u.id AND a.open
  LEFT JOIN command.incident i ON i.id = a.incident_id
  LEFT JOIN command.assignment b ON b.crew_id = u.crew_id AND b.open AND b.unit_id <> u.id
 WHERE u.retired_at IS NULL;
COMMENT ON VIEW unit_now IS 'Units of the fleet with their status as it is now; a unit on an assignment shows that instead of its own status';
