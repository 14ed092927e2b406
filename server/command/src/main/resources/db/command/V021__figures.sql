-- What the figures look for every second or two.
CREATE INDEX incident_first_dispatched ON incident (first_dispatched_at) WHERE first_dispatched_at IS NOT NULL;
