-- First answers to requests with an Idempotency-Key, kept 24 hours. Losing a row makes nothing happen twice:
-- the ids of what a request makes come from its key. Column comments are `meaning | unit | personal`.
CREATE TABLE answer (
  key bytea PRIMARY KEY,
  at timestamptz NOT NULL,
  request bytea NOT NULL,
  status smallint NOT NULL,
  content_type text NOT NULL,
  headers jsonb NOT NULL,
  body_sealed bytea NOT NULL
);
CREATE INDEX answer_at ON answer (at);
COMMENT ON TABLE answer IS 'The first answer to a request with an Idempotency-Key';
COMMENT ON COLUMN answer.key IS 'SHA-256 of sign-on and Idempotency-Key | bytes | no';
COMMENT ON COLUMN answer.at IS 'when it was answered; the row goes 24 hours later | UTC | no';
COMMENT ON COLUMN answer.request IS 'SHA-256 of method, path, query and body: the same key with another request is refused | bytes | no';
COMMENT ON COLUMN answer.status IS 'HTTP status | number | no';
COMMENT ON COLUMN answer.content_type IS 'type of the body | media type | no';
COMMENT ON COLUMN answer.headers IS 'headers of the answer | JSON | no';
COMMENT ON COLUMN answer.body_sealed IS 'body of the answer | AES-256-GCM | sealed';
