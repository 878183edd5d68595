package io.frontless.engine.control;

/** How far a plan reaches, computed by the engine; in rising order, each with its ceremony. */
public enum Risk {
    /** One reversible write: shows a preview and can be undone. */
    REVERSIBLE,
    /** Changes the schema: the confirmation names the row count. */
    SCHEMA,
    /** Touches several rows: the confirmation names the row count. */
    BULK,
    /** Cannot be taken back: waits for another person's approval. */
    IRREVERSIBLE
}
