package io.frontless.record.boundary;

import io.frontless.boundary.PathId;
import io.frontless.boundary.Requires;
import io.frontless.engine.control.CommandGateway;
import io.frontless.engine.control.PlanDraft;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.identity.boundary.Notice;
import io.frontless.identity.boundary.PageLink;
import io.frontless.identity.boundary.Redirect;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.kernel.Rejection;
import io.frontless.operation.AddComment;
import io.frontless.operation.Operation;
import io.frontless.operation.Permission;
import io.frontless.operation.RemoveComment;
import io.frontless.operation.Step;
import io.frontless.record.control.NoteQueries;
import io.frontless.record.control.RecordNotes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The comments and links on a record's page, and the form that adds a comment. Each change is one reversible step, so it is done at once. */
@Named
@RequestScoped
@Requires(Permission.READ)
public class NotesPage {

    @Inject
    FacesContext faces;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    NoteQueries notes;

    @Inject
    CommandGateway gateway;

    @Inject
    Notice notice;

    @Inject
    Redirect redirect;

    private RecordNotes shown = new RecordNotes(List.of(), List.of());

    /** A comment as it is shown. */
    public record Line(String id, String author, String text, String when) {}

    /** Reads them. */
    public void load() {
        shown = notes.of(workspace.caller(), table(), record());
    }

    /** Does what the pressed button says. */
    public void act() {
        if (faces.isPostback()) {
            RequestParameter.text(request, "comment").ifPresent(button -> comment());
            RequestParameter.text(request, "uncomment").ifPresent(this::remove);
        }
    }

    /** The comments, the oldest first. */
    public List<Line> getComments() {
        return shown.comments().stream()
                .map(one -> new Line(one.id().toString(), one.author(), one.text(), TimeText.minute(one.writtenAt())))
                .toList();
    }

    /** The links. */
    public List<RecordNotes.Link> getLinks() {
        return shown.links();
    }

    private void comment() {
        notice.attempt(() -> {
            String text = RequestParameter.text(request, "comment-text").orElse("");
            Step step = new Step(
                    "s1",
                    AddComment.NAME,
                    Map.of("entity", table(), "record", record().toString(), "text", text.strip()),
                    null,
                    null);
            run("Comment", step);
        });
    }

    private void remove(String button) {
        notice.attempt(() -> {
            Operation removal = new RemoveComment(table(), record(), PathId.of("comment", button));
            run("Remove a comment", Step.of("s1", removal));
        });
    }

    private void run(String summary, Step step) {
        gateway.run(workspace.caller(), new PlanDraft(summary, List.of(step), null, null));
        redirect.to(PageLink.to("/record")
                .with("w", workspace.getId())
                .with("t", table())
                .with("id", record())
                .at("comments"));
    }

    private String table() {
        return RequestParameter.text(request, "t").orElse("");
    }

    private UUID record() {
        return RequestParameter.uuid(request, "id").orElseThrow(() -> Rejection.notFound("record", "none"));
    }
}
