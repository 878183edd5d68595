package io.frontless.record.boundary;

import io.frontless.boundary.JsonAnswer;
import io.frontless.record.control.RecordNotes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What hangs on a record, as clients see it. */
final class NotesAnswer {

    private NotesAnswer() {}

    static JsonAnswer of(RecordNotes notes) {
        return new JsonAnswer()
                .with(
                        "comments",
                        notes.comments().stream().map(NotesAnswer::comment).toList())
                .with("links", notes.links().stream().map(NotesAnswer::link).toList());
    }

    private static Map<String, @Nullable Object> comment(RecordNotes.Comment comment) {
        return new JsonAnswer()
                .with("id", comment.id())
                .with("author", comment.author())
                .with("text", comment.text())
                .with("writtenAt", comment.writtenAt())
                .map();
    }

    private static Map<String, @Nullable Object> link(RecordNotes.Link link) {
        return new JsonAnswer()
                .with("id", link.id())
                .with("label", link.label())
                .with("outgoing", link.outgoing())
                .with("entity", link.entity())
                .with("recordId", link.recordId())
                .with("title", link.title())
                .map();
    }
}
