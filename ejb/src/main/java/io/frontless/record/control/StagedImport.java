package io.frontless.record.control;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that waits to be committed.
 *
 * @param rows how many there are besides the header
 * @param wrongRows how many of them do not fit
 * @param errorCount in how many places
 * @param errors the first of those
 * @param sample the first rows as they were read
 */
public record StagedImport(
        UUID importId,
        String fileName,
        ImportTarget target,
        int rows,
        int wrongRows,
        int errorCount,
        boolean committed,
        List<ImportRowError> errors,
        List<List<@Nullable String>> sample) {

    public StagedImport {
        errors = List.copyOf(errors);
        sample = List.copyOf(sample);
    }
}
