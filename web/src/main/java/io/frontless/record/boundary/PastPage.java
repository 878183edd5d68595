package io.frontless.record.boundary;

import io.frontless.boundary.Requires;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.identity.boundary.Notice;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Permission;
import io.frontless.record.control.PastRecords;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows a record as it was. Parameters: {@code t} the table, {@code id} the record, {@code at} the moment, in UTC where it says no other. */
@Named
@RequestScoped
@Requires(Permission.READ)
public class PastPage {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    PastRecords past;

    @Inject
    Notice notice;

    @Inject
    Clock clock;

    private @Nullable RecordView record;
    private String label = "";
    private String title = "A record";
    private Instant at = Instant.EPOCH;
    private List<SheetRow> rows = List.of();

    /** Reads the record; one that was not there then is told of, so that another moment can be chosen. */
    public void load() {
        UUID id = RequestParameter.uuid(request, "id").orElseThrow(() -> Rejection.notFound("record", "none"));
        String table = getTable();
        at = clock.instant();
        try {
            at = AskedMoment.of(request).orElse(at);
            EntityView entity = past.entity(workspace.caller(), table, at);
            RecordView found = past.record(workspace.caller(), table, id, at);
            record = found;
            title = found.title();
            label = entity.label();
            rows = entity.fields().stream()
                    .map(field -> SheetRow.of(field, found))
                    .toList();
        } catch (Rejection rejection) {
            notice.refused(rejection);
        }
    }

    /** The table's key. */
    public String getTable() {
        return RequestParameter.text(request, "t").orElse("");
    }

    /** What people called the table then; nothing where it was not there. */
    public String getLabel() {
        return label;
    }

    /** What people called the record then; no name where it was not there. */
    public String getTitle() {
        return title;
    }

    /** The record; null where it was not there. */
    public @Nullable RecordView getRecord() {
        return record;
    }

    /** Its values. */
    public List<SheetRow> getRows() {
        return rows;
    }

    /** The moment in words. */
    public String getMoment() {
        return TimeText.minute(at);
    }

    /** The moment as the form's field has it. */
    public String getInput() {
        return AskedMoment.input(at);
    }
}
