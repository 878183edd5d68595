package io.frontless.audit.boundary;

import io.frontless.audit.control.AuditQueries;
import io.frontless.audit.control.AuditQueries.ArchiveView;
import io.frontless.audit.control.AuditQueries.HoldView;
import io.frontless.audit.control.AuditQueries.RetentionView;
import io.frontless.audit.control.AuditQueries.SinkView;
import io.frontless.boundary.PathId;
import io.frontless.boundary.QueryNumber;
import io.frontless.boundary.Requires;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CreateSink;
import io.frontless.operation.DeleteSink;
import io.frontless.operation.LiftHold;
import io.frontless.operation.Operation;
import io.frontless.operation.Permission;
import io.frontless.operation.SetRetention;
import io.frontless.operation.UpdateSink;
import io.frontless.record.boundary.Choice;
import io.frontless.record.boundary.CurrentSchema;
import io.frontless.record.boundary.PagePlan;
import io.frontless.record.boundary.ValueText;
import io.frontless.seal.control.EventProofs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the log: where it goes, how long it is kept, what must stay, and what has to go. Parameters: {@code sink} the sink to change; {@code t} and {@code r} the table and the record
 * to hold or redact.
 */
@Named
@RequestScoped
@Requires(Permission.MANAGE_ROLES)
public class LogPage {

    @Inject
    HttpServletRequest request;

    @Inject
    FacesContext faces;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    CurrentSchema schema;

    @Inject
    AuditQueries audit;

    @Inject
    EventProofs proofs;

    @Inject
    PagePlan plan;

    @Inject
    Ids ids;

    private List<SinkView> sinks = List.of();
    private List<HoldView> holds = List.of();
    private @Nullable RetentionView retention;
    private @Nullable SinkForm sinkForm;
    private @Nullable HoldForm holdForm;
    private @Nullable RedactionForm redactionForm;
    private long sealed;

    /** Reads what is there, and the plan to confirm. */
    public void load() {
        sinks = audit.sinks(workspace.caller());
        holds = audit.holds(workspace.caller());
        retention = audit.retention(workspace.caller());
        sealed = proofs.state(workspace.caller())
                .head()
                .map(signed -> signed.head().size())
                .orElse(0L);
        plan.load();
    }

    /** Does what the pressed button says. */
    public void act() {
        if (!faces.isPostback()) {
            return;
        }
        RequestParameter.text(request, "send").ifPresent(button -> send());
        RequestParameter.text(request, "pause")
                .ifPresent(sink -> plan.propose("Pause an export of the log", () -> pausing(sink, true)));
        RequestParameter.text(request, "resume")
                .ifPresent(sink -> plan.propose("Go on with an export of the log", () -> pausing(sink, false)));
        RequestParameter.text(request, "remove")
                .ifPresent(sink ->
                        plan.propose("End an export of the log", () -> new DeleteSink(PathId.of("sink", sink))));
        RequestParameter.text(request, "keep")
                .ifPresent(button -> plan.propose("Change how long the log is kept", this::keeping));
        RequestParameter.text(request, "hold").ifPresent(button -> hold());
        RequestParameter.text(request, "lift")
                .ifPresent(hold -> plan.propose("Lift a legal hold", () -> new LiftHold(PathId.of("hold", hold))));
        RequestParameter.text(request, "redact").ifPresent(button -> redact());
        plan.act();
    }

    /** Where the log goes as it grows. */
    public List<SinkLine> getSinks() {
        return sinks.stream().map(sink -> SinkLine.of(sink, sealed)).toList();
    }

    /** What must stay. */
    public List<HoldLine> getHolds() {
        return holds.stream().map(hold -> HoldLine.of(hold, schema.get())).toList();
    }

    /** What was archived, the first first. */
    public List<ArchiveView> getArchives() {
        return retention == null ? List.of() : retention.archives();
    }

    /** How long the log is kept, in words. */
    public String getKept() {
        Integer days = retention == null ? null : retention.keepDays();
        return days == null
                ? "All of it is kept here, for ever"
                : "What is older than " + ValueText.count(days, "day") + " goes to archives";
    }

    /** For how many days; nothing where for ever. */
    public String getKeepDays() {
        return RequestParameter.text(request, "keepDays").orElseGet(() -> {
            Integer days = retention == null ? null : retention.keepDays();
            return days == null ? "" : days.toString();
        });
    }

    /** How many rows an export can have. */
    public long getSealed() {
        return sealed;
    }

    /** How it can be written, to choose from. */
    public List<Choice> getFormats() {
        return LogFormats.choices();
    }

    /** What can take it, to choose from. */
    public List<Choice> getKinds() {
        return List.of(
                new Choice("file", "A folder of the server"),
                new Choice("webhook", "An https address"),
                new Choice("syslog", "A syslog server"));
    }

    /** The tables that a hold can be on. */
    public List<Choice> getTables() {
        return schema.get().entities().stream()
                .map(table -> new Choice(table.key(), table.label()))
                .toList();
    }

    /** What was last sent, or the sink to change, or the form of a new one. */
    public SinkForm getSinkForm() {
        if (sinkForm == null) {
            sinkForm = RequestParameter.text(request, "sink")
                    .flatMap(this::sink)
                    .map(SinkForm::of)
                    .orElseGet(SinkForm::empty);
        }
        return sinkForm;
    }

    /** What was last sent, or the form of a new hold. */
    public HoldForm getHoldForm() {
        return holdForm == null ? HoldForm.asked(request) : holdForm;
    }

    /** What was last sent, or the form of a new redaction. */
    public RedactionForm getRedactionForm() {
        return redactionForm == null ? RedactionForm.asked(request) : redactionForm;
    }

    private void send() {
        SinkForm form = SinkForm.sent(request);
        sinkForm = form;
        plan.propose(
                form.isKnown() ? "Change an export of the log" : "Export the log to " + form.label(),
                () -> form.isKnown()
                        ? new UpdateSink(PathId.of("sink", form.sink()), form.terms())
                        : new CreateSink(ids.get(), form.terms()));
    }

    private Optional<SinkView> sink(String id) {
        return audit.sinks(workspace.caller()).stream()
                .filter(sink -> sink.sink().toString().equals(id))
                .findFirst();
    }

    private Operation pausing(String sink, boolean pause) {
        UUID id = PathId.of("sink", sink);
        return sink(id.toString())
                .map(one -> new UpdateSink(id, one.terms().pausing(pause)))
                .orElseThrow(() -> Rejection.notFound("sink", id));
    }

    private Operation keeping() {
        return new SetRetention(RequestParameter.text(request, "keepDays")
                .map(days -> QueryNumber.of("keepDays", days.strip(), 0))
                .orElse(null));
    }

    private void hold() {
        HoldForm form = HoldForm.sent(request);
        holdForm = form;
        plan.propose("Place the legal hold " + form.label(), () -> form.operation(ids.get()));
    }

    private void redact() {
        RedactionForm form = RedactionForm.sent(request);
        redactionForm = form;
        plan.propose(
                "Redact " + form.fields() + " in the history of a record",
                () -> form.operation(schema.get().entity(form.entity())));
    }
}
