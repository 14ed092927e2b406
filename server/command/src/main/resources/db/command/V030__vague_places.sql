-- Suggesting duplicates asks two things: which open incidents are close by, and which are known only vaguely
-- (a cell sector) and may reach this far. The second kind is rare; an index of its own keeps the question
-- quick when thousands are open.
CREATE INDEX IF NOT EXISTS incident_open_vague ON incident (lat, lon)
  WHERE state <> 'closed' AND lat IS NOT NULL AND uncertainty_metres > 100;
