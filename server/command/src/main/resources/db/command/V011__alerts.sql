-- Alerts to crews and stations. They are made by the database when a unit is dispatched, in the same
-- transaction, so that neither a crash nor a forgotten call loses one. The rules of V001 hold here too.

CREATE TABLE alert_port (
  name text PRIMARY KEY,
  agencies text[] NOT NULL,
  stations text[] NOT NULL
);
COMMENT ON TABLE alert_port IS 'Alert ports of the plan in force, copied at each start so that the database can make their alerts';
COMMENT ON COLUMN alert_port.name IS 'name in the plan | text | no';
COMMENT ON COLUMN alert_port.agencies IS 'agencies it serves; empty for all | codes of the plan | no';
COMMENT ON COLUMN alert_port.stations IS 'stations it serves, by English name; empty for all | text | no';

CREATE TABLE alert (
  id uuid PRIMARY KEY,
  assignment_id uuid NOT NULL REFERENCES assignment,
  incident_id uuid NOT NULL REFERENCES incident,
  unit_id uuid NOT NULL REFERENCES unit,
  port text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'sent', 'received', 'failed')),
  attempts integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  due_at timestamptz,
  sent_at timestamptz,
  received_at timestamptz,
  device text,
  problem text,
  CONSTRAINT alert_once UNIQUE (assignment_id, port),
  CHECK ((state = 'waiting') = (due_at IS NOT NULL)),
  CHECK ((state = 'received') = (received_at IS NOT NULL))
);
CREATE INDEX alert_due ON alert (due_at) WHERE state = 'waiting';
CREATE INDEX alert_newest ON alert (created_at DESC, id DESC);
CREATE INDEX alert_incident ON alert (incident_id);
COMMENT ON TABLE alert IS 'One alert of one assignment to one port. A row is deleted 90 days after it was made';
COMMENT ON COLUMN alert.id IS 'the alert; receivers tell repeats by it | UUID | no';
COMMENT ON COLUMN alert.assignment_id IS 'the assignment | UUID | no';
COMMENT ON COLUMN alert.incident_id IS 'its incident | UUID | no';
COMMENT ON COLUMN alert.unit_id IS 'its unit | UUID | no';
COMMENT ON COLUMN alert.port IS 'name of the port, or crew-page for the crew''s phone | text | no';
COMMENT ON COLUMN alert.state IS 'waiting to be sent, taken by the port, received by the device or crew, or given up | word | no';
COMMENT ON COLUMN alert.attempts IS 'attempts so far | count | no';
COMMENT ON COLUMN alert.created_at IS 'dispatched | UTC | no';
COMMENT ON COLUMN alert.due_at IS 'next attempt; null when there is none | UTC | no';
COMMENT ON COLUMN alert.sent_at IS 'the port took it | UTC | no';
COMMENT ON COLUMN alert.received_at IS 'the device or the crew said that it arrived | UTC | no';
COMMENT ON COLUMN alert.device IS 'what the device calls itself | text | no';
COMMENT ON COLUMN alert.problem IS 'why the last attempt failed | text | no';

-- A dispatch that is entered late wakes nobody: the crew has gone already.
CREATE FUNCTION alert_dispatched() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO command.alert (id, assignment_id, incident_id, unit_id, port, state, created_at, due_at, sent_at)
  SELECT gen_random_uuid(), a.id, a.incident_id, a.unit_id, 'crew-page', 'sent', NEW.recorded_at, NULL, NEW.recorded_at
    FROM command.assignment a WHERE a.id = NEW.assignment_id
  UNION ALL
  SELECT gen_random_uuid(), a.id, a.incident_id, a.unit_id, p.name, 'waiting', NEW.recorded_at, NEW.recorded_at, NULL
    FROM command.assignment a
    JOIN command.unit u ON u.id = a.unit_id
    LEFT JOIN command.station s ON s.id = u.station_id
    JOIN command.alert_port p
      ON (p.agencies = '{}' OR a.agency = ANY(p.agencies))
     AND (p.stations = '{}' OR s.name_en = ANY(p.stations))
   WHERE a.id = NEW.assignment_id
  ON CONFLICT ON CONSTRAINT alert_once DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER alert_dispatched AFTER INSERT ON assignment_stamp FOR EACH ROW
  WHEN (NEW.step = 'dispatched' AND NOT NEW.late) EXECUTE FUNCTION alert_dispatched();

-- Whatever step follows the dispatch, the crew knows: the page is received and the warning is over.
CREATE FUNCTION alert_acknowledged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.step <> 'cancelled' THEN
    UPDATE command.alert SET state = 'received', received_at = NEW.step_since
     WHERE assignment_id = NEW.id AND port = 'crew-page' AND state = 'sent';
  END IF;
  UPDATE command.warning SET ended_at = greatest(since, NEW.step_since)
   WHERE assignment_id = NEW.id AND kind = 'unacknowledged' AND ended_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER alert_acknowledged AFTER UPDATE OF step ON assignment FOR EACH ROW
  WHEN (OLD.step = 'dispatched' AND NEW.step <> OLD.step) EXECUTE FUNCTION alert_acknowledged();

-- The crew has answered, or is not checked any more.
CREATE FUNCTION crew_check_answered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE command.warning SET ended_at = greatest(since, NEW.step_since)
   WHERE assignment_id = NEW.id AND kind = 'crew-check-overdue' AND ended_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER crew_check_answered AFTER UPDATE OF next_check_at ON assignment FOR EACH ROW
  WHEN (NEW.next_check_at IS DISTINCT FROM OLD.next_check_at) EXECUTE FUNCTION crew_check_answered();

-- Dispatches that nobody has acknowledged are looked for each second.
CREATE INDEX assignment_unacknowledged ON assignment (step_since) WHERE step = 'dispatched';
