package io.frontless.record.boundary;

import io.frontless.access.boundary.GrantText;
import io.frontless.access.control.ReaderView;
import io.frontless.access.control.Readers;
import io.frontless.boundary.Requires;
import io.frontless.event.control.EventQueries;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.identity.boundary.Notice;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Permission;
import io.frontless.record.control.PastRecords;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tells who can see a record or an event, or could at a moment. Parameters: {@code t} the table and {@code id} the record, or {@code e} the event; {@code at} the moment, now where
 * there is none.
 */
@Named
@RequestScoped
@Requires(Permission.MANAGE_ROLES)
public class ReadersPage {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    CurrentSchema schema;

    @Inject
    Readers readers;

    @Inject
    PastRecords past;

    @Inject
    EventQueries events;

    @Inject
    EventTitles titles;

    @Inject
    Notice notice;

    @Inject
    Clock clock;

    private String subject = "";
    private Instant at = Instant.EPOCH;
    private List<Line> lines = List.of();
    private boolean told;

    /** Somebody who can see it, by what, and without what. */
    public record Line(String name, String role, String grants, String hidden) {}

    /** Asks; what was not there at that moment is told of, so that another can be chosen. */
    public void load() {
        at = clock.instant();
        try {
            at = AskedMoment.of(request).orElse(at);
            lines = found().stream().map(this::line).toList();
            told = true;
        } catch (Rejection rejection) {
            notice.refused(rejection);
        }
    }

    /** What it is about, in words. */
    public String getSubject() {
        return subject;
    }

    /** The moment in words. */
    public String getMoment() {
        return TimeText.minute(at);
    }

    /** The moment as the form's field has it. */
    public String getInput() {
        return AskedMoment.input(at);
    }

    /** Those who can see it, by name. */
    public List<Line> getLines() {
        return lines;
    }

    /** Whether there was an answer, even if it is nobody. */
    public boolean isTold() {
        return told;
    }

    private List<ReaderView> found() {
        UUID event = RequestParameter.uuid(request, "e").orElse(null);
        if (event != null) {
            EventLine line = titles.lines(List.of(events.event(workspace.caller(), event)))
                    .get(0);
            subject = "Event #" + line.seq() + ": " + line.did() + " " + line.title() + ", by " + line.who();
            return readers.ofEvent(workspace.caller(), event, at);
        }
        String table = RequestParameter.text(request, "t").orElse("");
        UUID record = RequestParameter.uuid(request, "id").orElseThrow(() -> Rejection.notFound("record", "none"));
        subject = past.record(workspace.caller(), table, record, at).title();
        return readers.ofRecord(workspace.caller(), table, record, at);
    }

    private Line line(ReaderView reader) {
        return new Line(
                reader.name(),
                reader.roleLabel(),
                GrantText.of(reader.grants(), schema.get()),
                reader.hidden().stream().sorted().collect(Collectors.joining(", ")));
    }
}
