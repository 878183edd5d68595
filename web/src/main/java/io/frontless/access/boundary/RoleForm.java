package io.frontless.access.boundary;

import io.frontless.access.control.RoleView;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.operation.CreateRole;
import io.frontless.operation.Grant;
import io.frontless.operation.Keys;
import io.frontless.operation.Step;
import io.frontless.operation.UpdateRole;
import io.frontless.schema.control.SchemaView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * A role as the form shows it, with rows to spare.
 *
 * @param key nothing for one that is to be created
 * @param version what the form was filled from; 0 for a new role
 */
public record RoleForm(String key, String label, long version, List<GrantForm> grants) {

    private static final int ROWS_TO_SPARE = 2;

    /** An empty form. */
    static RoleForm empty() {
        return new RoleForm("", "", 0, spared(new ArrayList<>()));
    }

    /** The form of a role that there is. */
    static RoleForm of(RoleView view) {
        List<GrantForm> rows = new ArrayList<>();
        view.role().grants().forEach(grant -> rows.add(GrantForm.of(rows.size(), grant)));
        return new RoleForm(view.role().key(), view.role().label(), view.version(), spared(rows));
    }

    /** The form as it was sent. */
    static RoleForm sent(HttpServletRequest request) {
        List<GrantForm> rows = new ArrayList<>();
        while (request.getParameter("g" + rows.size() + "-entity") != null) {
            rows.add(GrantForm.sent(request, rows.size()));
        }
        return new RoleForm(
                RequestParameter.text(request, "role").orElse(""),
                RequestParameter.text(request, "label").map(String::strip).orElse(""),
                RequestParameter.number(request, "version"),
                rows);
    }

    /** Whether the role is there already. */
    public boolean known() {
        return !key.isEmpty();
    }

    /** The step that makes it so. */
    Step step(SchemaView schema) {
        List<Grant> given = grants.stream()
                .filter(row -> !row.entity().isEmpty())
                .map(row -> row.grant(schema))
                .toList();
        return known()
                ? Step.of("s1", new UpdateRole(key, label, given)).expecting(version)
                : Step.of("s1", new CreateRole(Keys.from(label), label, given));
    }

    private static List<GrantForm> spared(List<GrantForm> rows) {
        for (int spare = 0; spare < ROWS_TO_SPARE; spare++) {
            rows.add(GrantForm.empty(rows.size()));
        }
        return rows;
    }
}
