package io.frontless.assistant.offline;

/** With how much care words are taken for names of the workspace and of the language. */
enum Care {

    /** Every word as it is. */
    STRICT,

    /** With synonyms, small misspellings and parts of table names. */
    LENIENT,

    /** The same, and words that carry nothing are passed over; for questions alone, which change nothing. */
    LOOSE
}
