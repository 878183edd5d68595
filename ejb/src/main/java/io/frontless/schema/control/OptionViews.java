package io.frontless.schema.control;

import io.frontless.operation.Filter;
import io.frontless.operation.RenameOption;
import io.frontless.operation.UpdateView;
import io.frontless.operation.ViewSpec;
import io.frontless.schema.entity.PartDefinition;
import io.frontless.schema.entity.Parts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which views name an option in their filters, and how they are when it has another name. */
@Dependent
public class OptionViews {

    private final Parts parts;
    private final SchemaReader schema;

    @Inject
    public OptionViews(Parts parts, SchemaReader schema) {
        this.parts = parts;
        this.schema = schema;
    }

    /** The changes of views that go with a renaming. */
    List<UpdateView> renamed(UUID workspaceId, RenameOption operation) {
        List<UpdateView> changes = new ArrayList<>();
        for (PartDefinition row : parts.all(workspaceId, PartKind.VIEW.wireName())) {
            Optional<EntityView> entity = row.deleted()
                    ? Optional.empty()
                    : schema.find(workspaceId, row.name().entity());
            if (entity.isPresent()) {
                ViewSpec view = PartKind.view(row);
                Filter filter = new Renaming(workspaceId, entity.get(), operation).of(view.filter());
                if (!filter.equals(view.filter())) {
                    changes.add(new UpdateView(entity.get().key(), view.filtered(filter)));
                }
            }
        }
        return changes;
    }

    private final class Renaming {

        private final UUID workspaceId;
        private final EntityView entity;
        private final RenameOption operation;

        Renaming(UUID workspaceId, EntityView entity, RenameOption operation) {
            this.workspaceId = workspaceId;
            this.entity = entity;
            this.operation = operation;
        }

        Filter of(Filter filter) {
            if (filter instanceof Filter.All all) {
                return new Filter.All(all.parts().stream().map(this::of).toList());
            }
            if (filter instanceof Filter.Any any) {
                return new Filter.Any(any.parts().stream().map(this::of).toList());
            }
            return filter instanceof Filter.Not not ? new Filter.Not(of(not.part())) : of((Filter.Compare) filter);
        }

        private Filter of(Filter.Compare compare) {
            boolean same = ViewChecks.place(entity, compare.path(), key -> schema.find(workspaceId, key))
                    .filter(place -> place.entity().key().equals(operation.entity())
                            && place.field().key().equals(operation.field()))
                    .isPresent();
            return same ? new Filter.Compare(compare.path(), compare.comparison(), value(compare.value())) : compare;
        }

        private @Nullable Object value(@Nullable Object value) {
            if (value instanceof List<?> list) {
                return list.stream().map(this::one).toList();
            }
            return value == null ? null : one(value);
        }

        private Object one(Object value) {
            return operation.from().equalsIgnoreCase(value.toString()) ? operation.to() : value;
        }
    }
}
