package io.frontless.record.boundary;

import io.frontless.boundary.PathId;
import io.frontless.boundary.Requires;
import io.frontless.engine.control.CommandGateway;
import io.frontless.engine.control.JobView;
import io.frontless.engine.control.Jobs;
import io.frontless.engine.control.PlanView;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.identity.boundary.Notice;
import io.frontless.identity.boundary.PageLink;
import io.frontless.identity.boundary.Redirect;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CommitImport.Mode;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Permission;
import io.frontless.record.control.ImportColumn;
import io.frontless.record.control.ImportPlans;
import io.frontless.record.control.Imports;
import io.frontless.record.control.StagedImport;
import io.frontless.schema.control.EntityView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes a CSV file or workbook, shows what does not fit and lets people say what columns become, then shows the plan that commits it, and executes that.
 * Parameters: {@code i} the staged file, {@code p} the plan.
 */
@Named
@RequestScoped
@Requires(Permission.CREATE)
public class ImportPage {

    @Inject
    HttpServletRequest request;

    @Inject
    FacesContext faces;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    CurrentSchema schema;

    @Inject
    Imports imports;

    @Inject
    ImportPlans plans;

    @Inject
    CommandGateway gateway;

    @Inject
    Jobs jobs;

    @Inject
    PlanCards cards;

    @Inject
    Notice notice;

    @Inject
    Redirect redirect;

    private @Nullable Part file;
    private String table = "";
    private @Nullable StagedImport staged;
    private @Nullable PlanCard card;

    /** A column as the page shows it; {@code name} is that of its choice in the form. */
    public record Column(String name, String header, String sample, String type, List<ImportChoice> choices) {}

    /** Reads the staged file and the plan that the address names. */
    public void load() {
        if (staged == null) {
            staged = RequestParameter.uuid(request, "i")
                    .map(id -> imports.view(workspace.caller(), id))
                    .orElse(null);
        }
        card = RequestParameter.uuid(request, "p")
                .map(id -> cards.of(gateway.plan(workspace.caller(), id)))
                .orElse(null);
    }

    /** Stages the chosen file. */
    public void read() {
        try {
            Part part = Objects.requireNonNull(file, "the form requires a file");
            StagedImport done = imports.stage(workspace.caller(), UploadedFile.of(part, table));
            redirect.to(link(done.importId()));
        } catch (Rejection rejection) {
            notice.refused(rejection);
        }
    }

    /** Does what the pressed button says. */
    public void act() {
        if (faces.isPostback()) {
            RequestParameter.text(request, "check")
                    .ifPresent(id -> notice.attempt(() -> check(PathId.of("import", id))));
            RequestParameter.text(request, "all")
                    .ifPresent(id -> notice.attempt(() -> propose(PathId.of("import", id), Mode.ALL)));
            RequestParameter.text(request, "valid")
                    .ifPresent(id -> notice.attempt(() -> propose(PathId.of("import", id), Mode.VALID)));
            RequestParameter.text(request, "confirm").ifPresent(button -> notice.attempt(() -> confirm(button)));
            RequestParameter.text(request, "discard")
                    .ifPresent(id -> notice.attempt(() -> discard(PathId.of("import", id))));
        }
    }

    private void check(UUID importId) {
        StagedImport present = imports.view(workspace.caller(), importId);
        List<String> chosen = new ArrayList<>();
        while (chosen.size() < present.target().columns().size()) {
            chosen.add(RequestParameter.text(request, "c" + chosen.size()).orElse(""));
        }
        Map<String, @Nullable Object> wanted = new LinkedHashMap<>();
        wanted.put("columns", ImportChoice.wanted(present.target(), chosen));
        wanted.put("by", RequestParameter.text(request, "by").orElse(null));
        imports.change(workspace.caller(), importId, wanted);
        redirect.to(link(importId));
    }

    private void propose(UUID importId, Mode mode) {
        StagedImport present = imports.view(workspace.caller(), importId);
        if (present.rows() > Limits.WAITED_ROWS_MAX) {
            JobView job = plans.start(workspace.caller(), importId, mode);
            redirect.to(jobLink(job).with("i", importId));
        } else {
            PlanView plan = plans.propose(workspace.caller(), importId, mode, null);
            redirect.to(link(importId).with("p", plan.planId()));
        }
    }

    /** Executes the plan as it was shown, and leads to its table. */
    private void confirm(String button) {
        ShownPlan shown = ShownPlan.parse(button);
        String entity = executedEntity(shown);
        if (shown.rows() > Limits.WAITED_ROWS_MAX) {
            JobView job = jobs.execute(workspace.caller(), shown.planId(), shown.confirmation());
            redirect.to(jobLink(job).with("t", entity));
        } else {
            gateway.execute(workspace.caller(), shown.planId(), shown.confirmation());
            redirect.to(PageLink.to("/table")
                    .with("w", workspace.getId())
                    .with("t", entity)
                    .with("done", shown.planId()));
        }
    }

    private void discard(UUID importId) {
        imports.discard(workspace.caller(), importId);
        redirect.to(PageLink.to("/import").with("w", workspace.getId()));
    }

    private PageLink jobLink(JobView job) {
        return PageLink.to("/job").with("w", workspace.getId()).with("j", job.jobId());
    }

    private PageLink link(UUID importId) {
        return PageLink.to("/import").with("w", workspace.getId()).with("i", importId);
    }

    /** Bytes that a file may have. */
    public int getBytesMax() {
        return Limits.IMPORT_BYTES_MAX;
    }

    /** The same in megabytes. */
    public int getMegabytesMax() {
        return Limits.IMPORT_BYTES_MAX / 1024 / 1024;
    }

    /** The tables that exist. */
    public List<String> getTables() {
        return schema.get().entities().stream().map(EntityView::label).toList();
    }

    /** The staged file; null where none is named. */
    public @Nullable StagedImport getStaged() {
        return staged;
    }

    /** How many rows fit. */
    public int getFitting() {
        return staged == null ? 0 : staged.rows() - staged.wrongRows();
    }

    /** The plan that commits the file; null where none was proposed. */
    public @Nullable PlanCard getCard() {
        return card;
    }

    /** The columns of the file. */
    public List<Column> getColumns() {
        List<Column> columns = new ArrayList<>();
        if (staged != null) {
            for (ImportColumn column : staged.target().columns()) {
                columns.add(column(staged, column, columns.size()));
            }
        }
        return columns;
    }

    /** The fields by which rows can find records to change; none for a new table. */
    public List<ImportChoice> getKeys() {
        List<ImportChoice> keys = new ArrayList<>();
        if (staged != null && !staged.target().isFresh()) {
            String by = staged.target().by();
            for (ImportColumn column : staged.target().columns()) {
                FieldSpec field = column.field();
                if (field != null && field.unique()) {
                    keys.add(new ImportChoice(
                            field.key(), field.label(), field.key().equals(by)));
                }
            }
        }
        return keys;
    }

    /** A number with its thousands apart. */
    public String count(long number) {
        return ValueText.count(number);
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public String getTable() {
        return table;
    }

    public void setTable(String table) {
        this.table = table;
    }

    private Column column(StagedImport from, ImportColumn column, int index) {
        EntityView entity =
                from.target().isFresh() ? null : schema.entity(from.target().entity());
        FieldSpec field = column.field();
        String sample = from.sample().stream()
                .map(row -> index < row.size() ? row.get(index) : null)
                .filter(Objects::nonNull)
                .limit(2)
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
        return new Column(
                "c" + index,
                column.header(),
                sample,
                field == null ? "left out" : FieldText.of(field, schema.get()),
                ImportChoice.of(column, entity));
    }

    private String executedEntity(ShownPlan shown) {
        return gateway.plan(workspace.caller(), shown.planId()).changes().stream()
                .map(change -> change.entity())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
