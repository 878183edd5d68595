package io.frontless.record.boundary;

import io.frontless.boundary.Requires;
import io.frontless.engine.control.CommandGateway;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.identity.boundary.PageLink;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.kernel.Limits;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.operation.Permission;
import io.frontless.operation.ViewSpec;
import io.frontless.record.control.RecordQueries;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordQuery.Sort;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Shows a table page by page. Parameters: {@code t} the table; {@code page} from 0; {@code sort} a field, at first the one that records are
 * called by, {@code desc} to turn the order; {@code view} one of the table's views; {@code q} words to search for;
 * {@code f} a reference field and {@code v} the record it must point to; {@code done} a plan just executed.
 */
@Named
@RequestScoped
@Requires(Permission.READ)
public class TablePage {

    private static final int ROWS = 50;

    /** What a search needs at least one of. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{2}");

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    CurrentSchema schema;

    @Inject
    SchemaQueries schemas;

    @Inject
    RecordQueries records;

    @Inject
    CommandGateway gateway;

    @Inject
    PlanCards cards;

    private @Nullable EntityView entity;
    private @Nullable RecordGrid grid;
    private @Nullable PlanCard done;
    private List<ViewSpec> views = List.of();
    private long total;

    /** A way to look at the table. */
    public record ViewLink(String label, String address, boolean current) {}

    /** Reads the page's rows. */
    public void load() {
        entity = schema.entity(RequestParameter.text(request, "t").orElse(""));
        views = schemas.views(workspace.caller(), entity.key());
        RecordQuery query = RecordQuery.of(entity.key())
                .filtered(Filter.all(conditions()))
                .searching(isSearched() ? getSearch() : null)
                .sorted(sort())
                .paged(ROWS, ROWS * getPage());
        total = records.count(workspace.caller(), query);
        List<String> columns = view().map(ViewSpec::columns).orElse(List.of());
        grid = RecordGrid.of(entity, columns, records.find(workspace.caller(), query));
        done = RequestParameter.uuid(request, "done")
                .map(plan -> cards.of(gateway.plan(workspace.caller(), plan)))
                .orElse(null);
    }

    /** The table; null before {@link #load}. */
    public @Nullable EntityView getEntity() {
        return entity;
    }

    /** The rows; null before {@link #load}. */
    public @Nullable RecordGrid getGrid() {
        return grid;
    }

    /** The plan just executed, if any. */
    public @Nullable PlanCard getDone() {
        return done;
    }

    /** The words that are searched for, if any. */
    public String getSearch() {
        return RequestParameter.text(request, "q").orElse("").strip();
    }

    /** The view that is shown; nothing for the whole table. */
    public String getView() {
        return view().map(ViewSpec::key).orElse("");
    }

    /** Whether not the whole table is shown. */
    public boolean isNarrowed() {
        return isSearched() || view().isPresent() || !conditions().isEmpty();
    }

    /** The address of the whole table. */
    public String getWhole() {
        return table().address();
    }

    /** The table's views, the whole table first; none where there are no views. */
    public List<ViewLink> getViews() {
        List<ViewLink> links = new ArrayList<>();
        if (!views.isEmpty()) {
            links.add(new ViewLink("All", getWhole(), view().isEmpty()));
            views.forEach(view -> links.add(new ViewLink(
                    view.label(),
                    table().with("view", view.key()).address(),
                    view.key().equals(getView()))));
        }
        return links;
    }

    /** How many records and fields there are. */
    public String getTally() {
        int fields = entity == null ? 0 : entity.fields().size();
        String none = isNarrowed() ? "No records" : "No records yet";
        return (total == 0 ? none : ValueText.count(total, "record")) + ", " + ValueText.count(fields, "field");
    }

    /** Which rows are shown, such as {@code 51 to 91 of 91}. */
    public String getRange() {
        long first = (long) ROWS * getPage();
        return ValueText.count(first + 1) + " to " + ValueText.count(Math.min(first + ROWS, total)) + " of "
                + ValueText.count(total);
    }

    /** The page, from 0. */
    public int getPage() {
        return RequestParameter.number(request, "page");
    }

    /** The address of the page before; nothing on the first. */
    public String getPrevious() {
        return getPage() == 0 ? "" : address(sortKey(), isDescending(), getPage() - 1);
    }

    /** The address of the page after; nothing on the last. */
    public String getNext() {
        return (long) ROWS * (getPage() + 1) >= total ? "" : address(sortKey(), isDescending(), getPage() + 1);
    }

    /** Whether the table can be ordered by a field. */
    public boolean sortable(String field) {
        return field(field).filter(TablePage::isSortable).isPresent();
    }

    /** The address of this table ordered by a field; by the same field again, the other way round. */
    public String sortedBy(String field) {
        return address(field, field.equals(sortKey()) && !isDescending(), 0);
    }

    /** How the table is ordered by a field, in the terms of {@code aria-sort}. */
    public String order(String field) {
        if (!field.equals(sortKey())) {
            return "none";
        }
        return isDescending() ? "descending" : "ascending";
    }

    private boolean isDescending() {
        return RequestParameter.text(request, "desc").isPresent();
    }

    private Optional<ViewSpec> view() {
        return RequestParameter.text(request, "view")
                .flatMap(key ->
                        views.stream().filter(view -> view.key().equals(key)).findFirst());
    }

    private boolean isSearched() {
        return WORD.matcher(getSearch()).find();
    }

    /** What is searched is at first in the order of how well it fits, what a view shows in the view's. */
    private String sortKey() {
        if (RequestParameter.text(request, "sort").isEmpty()
                && (isSearched()
                        || view().filter(view -> !view.sort().isEmpty()).isPresent())) {
            return "";
        }
        return RequestParameter.text(request, "sort")
                .or(() -> Optional.ofNullable(entity)
                        .flatMap(EntityView::titleField)
                        .map(FieldSpec::key))
                .filter(key -> field(key).filter(TablePage::isSortable).isPresent())
                .orElse("");
    }

    /** References have no order that people know, long texts none at all. */
    private static boolean isSortable(FieldSpec field) {
        return field.type() != FieldType.REFERENCE && field.type() != FieldType.LONG_TEXT;
    }

    private List<Sort> sort() {
        if (sortKey().isEmpty() && !isSearched()) {
            return view().map(ViewSpec::sort).orElse(List.of()).stream()
                    .limit(Limits.SORT_FIELDS_MAX)
                    .map(sort -> new Sort(sort.field(), sort.descending()))
                    .toList();
        }
        return field(sortKey()).map(field -> new Sort(field.key(), isDescending())).stream()
                .toList();
    }

    private List<Filter> conditions() {
        Optional<UUID> target = RequestParameter.uuid(request, "v");
        List<Filter> conditions = new ArrayList<>();
        view().map(ViewSpec::filter)
                .filter(filter -> !filter.equals(Filter.everything()))
                .ifPresent(conditions::add);
        RequestParameter.text(request, "f")
                .flatMap(this::field)
                .flatMap(field -> target.map(id -> Filter.equal(field.key(), id.toString())))
                .ifPresent(conditions::add);
        return conditions;
    }

    private Optional<FieldSpec> field(String key) {
        return entity == null ? Optional.empty() : entity.field(key);
    }

    private PageLink table() {
        return PageLink.to("/table")
                .with("w", workspace.getId())
                .with("t", RequestParameter.text(request, "t").orElse(""));
    }

    private String address(String sort, boolean descending, int page) {
        PageLink link = table();
        for (String name : List.of("f", "v", "view", "q")) {
            String value = RequestParameter.text(request, name).orElse("");
            link = value.isEmpty() ? link : link.with(name, value);
        }
        link = sort.isEmpty() ? link : link.with("sort", sort);
        link = descending ? link.with("desc", 1) : link;
        return (page == 0 ? link : link.with("page", page)).address();
    }
}
