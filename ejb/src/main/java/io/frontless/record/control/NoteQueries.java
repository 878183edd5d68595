package io.frontless.record.control;

import io.frontless.kernel.Limits;
import io.frontless.operation.Permission;
import io.frontless.record.control.RecordNotes.Comment;
import io.frontless.record.control.RecordNotes.Link;
import io.frontless.record.entity.Comments;
import io.frontless.record.entity.Links;
import io.frontless.record.entity.Records;
import io.frontless.record.entity.StoredRecord;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaReader;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the comments and links of records. */
@Stateless
@InWorkspace
public class NoteQueries {

    @Inject
    RecordQueries queries;

    @Inject
    SchemaReader schema;

    @Inject
    RecordAccess access;

    @Inject
    ReadValues reading;

    @Inject
    Comments comments;

    @Inject
    Links links;

    @Inject
    Records records;

    /** What hangs on a record; NOT_FOUND where the caller may not read it. Links to records that they may not read are left out. */
    public RecordNotes of(Caller caller, String entity, UUID recordId) {
        queries.record(caller, entity, recordId);
        List<Comment> written = comments.of(caller.workspaceId(), recordId, Limits.NOTES_MAX).stream()
                .map(one -> new Comment(one.id(), one.author().name(), one.text(), one.writtenAt()))
                .toList();
        List<Link> linked = links.of(caller.workspaceId(), recordId, Limits.NOTES_MAX).stream()
                .flatMap(link -> link(caller, recordId, link).stream())
                .toList();
        return new RecordNotes(written, linked);
    }

    private Optional<Link> link(Caller caller, UUID recordId, Links.Stored link) {
        boolean outgoing = link.recordId().equals(recordId);
        UUID other = outgoing ? link.to() : link.recordId();
        return records.find(caller.workspaceId(), other)
                .filter(record -> !record.deleted() && mayRead(caller, record))
                .map(record ->
                        new Link(link.id(), link.label(), outgoing, record.entity(), other, title(caller, record)));
    }

    private boolean mayRead(Caller caller, StoredRecord record) {
        return schema.find(caller.workspaceId(), record.entity()).isPresent()
                && access.allows(caller, Permission.READ, record.entity(), RecordState.values(record));
    }

    private String title(Caller caller, StoredRecord record) {
        EntityView entity = schema.readable(caller, record.entity());
        Map<String, @Nullable Object> values = reading.of(
                caller.workspaceId(), schema.entity(caller.workspaceId(), record.entity()), RecordState.values(record));
        return Titles.title(entity, values, record.id(), Map.of());
    }
}
