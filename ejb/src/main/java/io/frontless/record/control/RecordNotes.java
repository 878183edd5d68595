package io.frontless.record.control;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What hangs on a record: comments, and links from and to it, each list the oldest first. */
public record RecordNotes(List<Comment> comments, List<Link> links) {

    public RecordNotes {
        comments = List.copyOf(comments);
        links = List.copyOf(links);
    }

    /** What somebody wrote to a record. */
    public record Comment(UUID id, String author, String text, Instant writtenAt) {}

    /**
     * A link to another record that the caller may read.
     *
     * @param outgoing whether it was made from this record; otherwise from the other
     */
    public record Link(UUID id, String label, boolean outgoing, String entity, UUID recordId, String title) {}
}
