CREATE TABLE apple (
  name text PRIMARY KEY,
  stored_at timestamptz NOT NULL DEFAULT now()
);
