package io.frontless.system.inside;

import static io.frontless.operation.FieldType.INTEGER;
import static io.frontless.operation.FieldType.TEXT;
import static io.frontless.system.inside.OperationCase.stale;
import static io.frontless.system.inside.OperationCase.step;

import io.frontless.operation.ConstraintSpec;
import io.frontless.operation.ConvertField;
import io.frontless.operation.CreateConstraint;
import io.frontless.operation.CreateView;
import io.frontless.operation.DeleteConstraint;
import io.frontless.operation.DeleteView;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.operation.MoveField;
import io.frontless.operation.RenameOption;
import io.frontless.operation.RestoreConstraint;
import io.frontless.operation.RestoreView;
import io.frontless.operation.UpdateConstraint;
import io.frontless.operation.UpdateView;
import io.frontless.operation.ViewSpec;
import java.util.List;
import java.util.Map;

/** Cases for moving and converting fields, renaming options, and for views and constraints. */
final class SchemaCases {

    private SchemaCases() {}

    static List<OperationCase> all() {
        return List.of(
                moveField(),
                convertField(),
                renameOption(),
                createConstraint(),
                updateConstraint(),
                deleteConstraint(),
                restoreConstraint(),
                createView(),
                updateView(),
                deleteView(),
                restoreView());
    }

    private static OperationCase moveField() {
        return new OperationCase(
                MoveField.class,
                here -> new MoveField("thing", "parent", 1),
                here -> Map.of(
                        "stale", stale(new MoveField("thing", "parent", 1)),
                        "deleted", step(new MoveField("thing", "old", 1)),
                        "where it is", step(new MoveField("thing", "parent", 4)),
                        "behind the last", step(new MoveField("thing", "parent", 150))));
    }

    private static OperationCase convertField() {
        FieldSpec amount = FieldSpec.of("amount", "Amount", TEXT);
        return new OperationCase(
                ConvertField.class,
                here -> new ConvertField("thing", amount, false),
                here -> Map.of(
                        "stale", stale(new ConvertField("thing", amount, false)),
                        "deleted", step(new ConvertField("thing", FieldSpec.of("old", "Old", INTEGER), true)),
                        "of that type", step(new ConvertField("thing", FieldSpec.of("note", "Note", TEXT), true)),
                        "lossy", step(new ConvertField("thing", FieldSpec.of("note", "Note", INTEGER), false)),
                        "what a view compares",
                                step(new ConvertField("thing", FieldSpec.of("kind", "Kind", INTEGER), true)),
                        "lossy and required",
                                step(new ConvertField(
                                        "thing",
                                        FieldSpec.of("name", "Name", INTEGER).identifying(),
                                        true))));
    }

    private static OperationCase renameOption() {
        return new OperationCase(
                RenameOption.class,
                here -> new RenameOption("thing", "kind", "red", "crimson"),
                here -> Map.of(
                        "stale", stale(new RenameOption("thing", "kind", "red", "crimson")),
                        "no such option", step(new RenameOption("thing", "kind", "green", "crimson")),
                        "option of another", step(new RenameOption("thing", "kind", "red", "Blue")),
                        "entity deleted", step(new RenameOption("ghost", "kind", "red", "crimson"))));
    }

    private static OperationCase createConstraint() {
        ConstraintSpec spec = new ConstraintSpec("amounts", "Amounts", List.of("note", "amount"));
        return new OperationCase(
                CreateConstraint.class,
                here -> new CreateConstraint("thing", spec),
                here -> Map.of(
                        "key of another", step(new CreateConstraint("thing", Furniture.named("named"))),
                        "key of a deleted one", step(new CreateConstraint("thing", Furniture.named("dropped"))),
                        "label of another",
                                step(new CreateConstraint(
                                        "thing", new ConstraintSpec("other", "NAMED", List.of("name", "note")))),
                        "entity deleted", step(new CreateConstraint("ghost", spec))));
    }

    private static OperationCase updateConstraint() {
        ConstraintSpec spec = new ConstraintSpec("named", "Named", List.of("name", "note"));
        return new OperationCase(
                UpdateConstraint.class,
                here -> new UpdateConstraint("thing", spec),
                here -> Map.of(
                        "stale", stale(new UpdateConstraint("thing", spec)),
                        "deleted", step(new UpdateConstraint("thing", Furniture.named("dropped"))),
                        "nothing to change", step(new UpdateConstraint("thing", Furniture.named("named")))));
    }

    private static OperationCase deleteConstraint() {
        return new OperationCase(
                DeleteConstraint.class,
                here -> new DeleteConstraint("thing", "named"),
                here -> Map.of(
                        "stale", stale(new DeleteConstraint("thing", "named")),
                        "deleted", step(new DeleteConstraint("thing", "dropped"))));
    }

    private static OperationCase restoreConstraint() {
        return new OperationCase(
                RestoreConstraint.class,
                here -> new RestoreConstraint("thing", "dropped"),
                here -> Map.of(
                        "stale", stale(new RestoreConstraint("thing", "dropped")),
                        "not deleted", step(new RestoreConstraint("thing", "named"))));
    }

    private static OperationCase createView() {
        ViewSpec all = new ViewSpec("everything", "Everything", Filter.everything(), List.of(), List.of());
        return new OperationCase(
                CreateView.class,
                here -> new CreateView("thing", all),
                here -> Map.of(
                        "key of another", step(new CreateView("thing", Furniture.reds("reds"))),
                        "key of a deleted one", step(new CreateView("thing", Furniture.reds("faded"))),
                        "entity deleted", step(new CreateView("ghost", all))));
    }

    private static OperationCase updateView() {
        ViewSpec blue = Furniture.reds("reds").filtered(Filter.equal("kind", "blue"));
        return new OperationCase(
                UpdateView.class,
                here -> new UpdateView("thing", blue),
                here -> Map.of(
                        "stale", stale(new UpdateView("thing", blue)),
                        "deleted", step(new UpdateView("thing", Furniture.reds("faded"))),
                        "nothing to change", step(new UpdateView("thing", Furniture.reds("reds")))));
    }

    private static OperationCase deleteView() {
        return new OperationCase(
                DeleteView.class,
                here -> new DeleteView("thing", "reds"),
                here -> Map.of(
                        "stale", stale(new DeleteView("thing", "reds")),
                        "deleted", step(new DeleteView("thing", "faded"))));
    }

    private static OperationCase restoreView() {
        return new OperationCase(
                RestoreView.class,
                here -> new RestoreView("thing", "faded"),
                here -> Map.of(
                        "stale", stale(new RestoreView("thing", "faded")),
                        "not deleted", step(new RestoreView("thing", "reds"))));
    }
}
