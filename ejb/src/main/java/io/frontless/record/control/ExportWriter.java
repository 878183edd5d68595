package io.frontless.record.control;

import java.io.IOException;

/** Writes records to a file, one after the other; closing it ends the file. */
interface ExportWriter extends AutoCloseable {

    /** Writes one record. */
    void write(RecordView record) throws IOException;

    @Override
    void close() throws IOException;
}
