package io.frontless.record.boundary;

import io.frontless.boundary.PathId;
import io.frontless.boundary.Requires;
import io.frontless.engine.control.CommandGateway;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.identity.boundary.Notice;
import io.frontless.identity.boundary.PageLink;
import io.frontless.identity.boundary.Redirect;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Permission;
import io.frontless.record.control.CsvImport;
import io.frontless.record.control.ImportColumn;
import io.frontless.record.control.ImportPreview;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a CSV file, shows what would come of it, and executes that. Nothing is stored before it is confirmed. */
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
    CsvImport imports;

    @Inject
    CommandGateway gateway;

    @Inject
    PlanCards cards;

    @Inject
    Notice notice;

    @Inject
    Redirect redirect;

    private @Nullable Part file;
    private String table = "";
    private @Nullable ImportPreview preview;
    private @Nullable PlanCard card;

    /** A column as the preview shows it. */
    public record Column(String header, String label, String type, String note) {}

    /** Reads the file and proposes a plan. */
    public void read() {
        try {
            CsvFile csv = CsvFile.of(Objects.requireNonNull(file, "the form requires a file"));
            if (table.isBlank()) {
                table = csv.tableLabel();
            }
            preview = imports.propose(workspace.caller(), table, csv.text(), null);
            if (preview.plan() != null) {
                card = cards.of(preview.plan());
            }
        } catch (Rejection rejection) {
            notice.refused(rejection);
        }
    }

    /** Does what the pressed button of the preview says. */
    public void act() {
        if (faces.isPostback()) {
            RequestParameter.text(request, "confirm").ifPresent(this::confirm);
            RequestParameter.text(request, "discard").ifPresent(this::discard);
        }
    }

    /** Executes the plan as it was shown, and leads to its table. */
    private void confirm(String button) {
        try {
            ShownPlan shown = ShownPlan.parse(button);
            gateway.execute(workspace.caller(), shown.planId(), shown.confirmation());
            redirect.to(PageLink.to("/table")
                    .with("w", workspace.getId())
                    .with("t", executedEntity(shown))
                    .with("done", shown.planId()));
        } catch (Rejection rejection) {
            notice.refused(rejection);
        }
    }

    private void discard(String button) {
        try {
            gateway.discard(workspace.caller(), PathId.of("plan", button));
            redirect.to(PageLink.to("/import").with("w", workspace.getId()));
        } catch (Rejection rejection) {
            notice.refused(rejection);
        }
    }

    /** Bytes that a file may have. */
    public int getBytesMax() {
        return Limits.CSV_BYTES_MAX;
    }

    /** The same in megabytes. */
    public int getMegabytesMax() {
        return Limits.CSV_BYTES_MAX / 1024 / 1024;
    }

    /** The tables that exist. */
    public List<String> getTables() {
        return schema.get().entities().stream().map(entity -> entity.label()).toList();
    }

    /** What would come of the file; null where none was read. */
    public @Nullable ImportPreview getPreview() {
        return preview;
    }

    /** The plan of the preview; null where the file has errors. */
    public @Nullable PlanCard getCard() {
        return card;
    }

    /** The columns of the preview. */
    public List<Column> getColumns() {
        return preview == null
                ? List.of()
                : preview.columns().stream().map(this::column).toList();
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

    private Column column(ImportColumn column) {
        return new Column(
                column.header(), column.field().label(), FieldText.of(column.field(), schema.get()), column.note());
    }

    private String executedEntity(ShownPlan shown) {
        return gateway.plan(workspace.caller(), shown.planId()).changes().stream()
                .map(change -> change.entity())
                .filter(entity -> entity != null)
                .map(String::valueOf)
                .findFirst()
                .orElse("");
    }
}
