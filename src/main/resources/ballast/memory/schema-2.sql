-- So that a run over many documents can tell which of them it need not align again.
ALTER TABLE revision ADD COLUMN settings TEXT NOT NULL DEFAULT ''
