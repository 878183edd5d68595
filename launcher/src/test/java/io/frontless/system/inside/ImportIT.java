package io.frontless.system.inside;

import static io.frontless.system.inside.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.engine.control.PlanView;
import io.frontless.kernel.Reason;
import io.frontless.operation.CommitImport;
import io.frontless.operation.CommitImport.Mode;
import io.frontless.operation.CreateEntity;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.record.control.ImportRowError;
import io.frontless.record.control.Imports;
import io.frontless.record.control.RecordQueries;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.record.control.StagedImport;
import io.frontless.workspace.control.Caller;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files on their way to records: everything that does not fit is told, nothing else is stored, and all of it is taken back as one. */
class ImportIT extends InsideApplication {
    private static final String ROWS = """
            name,owner,amount,kind
            Lamp,Ada,12.5,red
            Chair,Nobody,12.5,red
            lamp,Ada,much,green
            ,Ada,1,blue
            Old,Ada,1,blue
            Desk,Bob,1
            Shelf,Bob,,blue
            """;

    @Inject
    Bench bench;

    @Inject
    Imports imports;

    @Inject
    RecordQueries records;

    @Test
    void everyRowAndCellThatDoesNotFitIsTold() {
        Caller owner = furnished();

        StagedImport staged = bench.stage(owner, "Thing", ROWS);

        assertThat(staged.rows()).isEqualTo(7);
        assertThat(staged.wrongRows()).isEqualTo(5);
        assertThat(staged.errors().stream().map(ImportIT::place))
                .containsExactly("3 owner", "4 amount", "4 kind", "4 name", "5 name", "6 name", "7 row");
        assertThat(staged.errors().get(0).found()).isEqualTo("Nobody");
        assertThat(imports.errors(owner, staged.importId(), 5, 200)).hasSize(2);
    }

    @Test
    void fileWithErrorsIsCommittedInNoPartUnlessAskedFor() {
        Caller owner = furnished();
        StagedImport staged = bench.stage(owner, "Thing", ROWS);
        List<String> before = bench.state(owner);

        assertThat(refusal(() -> bench.propose(owner, new CommitImport(staged.importId(), Mode.ALL)))
                        .reason())
                .isEqualTo(Reason.CONFLICT);
        PlanView plan = bench.run(owner, new CommitImport(staged.importId(), Mode.VALID));

        assertThat(plan.rows()).isEqualTo(2);
        assertThat(titles(owner)).containsExactly("Old", "Lamp", "Shelf");
        assertThat(imports.view(owner, staged.importId()).committed()).isTrue();
        bench.undo(owner, plan);
        assertThat(bench.state(owner)).isEqualTo(before);
    }

    @Test
    void committedFileIsNotCommittedAgain() {
        Caller owner = bench.found().owner();
        StagedImport staged = bench.stage(owner, "Ware", "name\nPlate\n");
        bench.run(owner, new CommitImport(staged.importId(), Mode.ALL));

        assertThat(refusal(() -> bench.propose(owner, new CommitImport(staged.importId(), Mode.ALL)))
                        .reason())
                .isEqualTo(Reason.CONFLICT);
    }

    @Test
    void rowsFindTheRecordsOfTheirKey() {
        Caller owner = furnished();
        StagedImport staged = bench.stage(owner, "Thing", "name,owner,amount\nOLD,Bob,7\nNew,Ada,8\n");

        StagedImport changed = imports.change(owner, staged.importId(), Map.of("by", "name"));
        PlanView plan = bench.run(owner, new CommitImport(staged.importId(), Mode.ALL));

        assertThat(staged.wrongRows()).isEqualTo(1);
        assertThat(changed.wrongRows()).isZero();
        assertThat(plan.changes().stream().map(PlanView.ChangeView::action))
                .containsExactly("record.create", "record.update");
        assertThat(titles(owner)).containsExactly("OLD", "New");
    }

    @Test
    void columnsBecomeWhatSomebodySays() {
        Caller owner = bench.found().owner();
        StagedImport staged = bench.stage(owner, "Ware", "name,price,note\nPlate,2.50,x\nCup,dear,y\n");
        List<Map<String, Object>> columns = List.of(
                Map.of(
                        "header",
                        "name",
                        "field",
                        FieldSpec.of("name", "Name", FieldType.TEXT).params()),
                Map.of(
                        "header",
                        "price",
                        "field",
                        FieldSpec.of("price", "Price", FieldType.MONEY).params()),
                Map.of("header", "note"));

        StagedImport changed = imports.change(owner, staged.importId(), Map.of("columns", columns));
        bench.run(owner, new CommitImport(staged.importId(), Mode.VALID));

        assertThat(staged.wrongRows()).isZero();
        assertThat(changed.errors().stream().map(ImportIT::place)).containsExactly("3 price");
        RecordView plate = records.find(owner, RecordQuery.of("ware")).get(0);
        assertThat(plate.values().fields()).containsExactlyInAnyOrder("name", "price");
    }

    @Test
    void fileIsItsUploadersAlone() {
        Caller owner = bench.found().owner();
        Caller stranger = new Caller(owner.workspaceId(), bench.person().actor(), owner.access());
        StagedImport staged = bench.stage(owner, "Ware", "name\nPlate\n");

        assertThat(refusal(() -> imports.view(stranger, staged.importId())).reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(refusal(() -> bench.propose(stranger, new CommitImport(staged.importId(), Mode.ALL)))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void fileOfThousandsIsCommittedAndTakenBack() {
        Caller owner = furnished();
        StringBuilder csv = new StringBuilder("name,owner,amount,kind\n");
        for (int row = 0; row < 5_000; row++) {
            csv.append("Row ").append(row).append(",Ada,").append(row).append(".25,blue\n");
        }
        StagedImport staged = bench.stage(owner, "Thing", csv.toString());
        List<String> before = bench.state(owner);

        PlanView plan = bench.run(owner, new CommitImport(staged.importId(), Mode.ALL));

        assertThat(staged.wrongRows()).isZero();
        assertThat(plan.rows()).isEqualTo(5_000);
        bench.undo(owner, plan);
        assertThat(bench.state(owner)).isEqualTo(before);
    }

    private Caller furnished() {
        Caller owner = bench.found().owner();
        FieldSpec name = FieldSpec.of("name", "Name", FieldType.TEXT).identifying();
        bench.run(
                owner,
                new CreateEntity("person", "Person", List.of(name)),
                new CreateEntity(
                        "thing",
                        "Thing",
                        List.of(
                                name,
                                FieldSpec.reference("owner", "Owner", "person"),
                                FieldSpec.of("amount", "Amount", FieldType.DECIMAL),
                                FieldSpec.choice("kind", "Kind", List.of("red", "blue")))));
        commit(owner, "Person", "name\nAda\nBob\n");
        commit(owner, "Thing", "name\nOld\n");
        return owner;
    }

    private void commit(Caller owner, String entity, String csv) {
        StagedImport staged = bench.stage(owner, entity, csv);
        bench.run(owner, new CommitImport(staged.importId(), Mode.ALL));
    }

    private List<String> titles(Caller owner) {
        return records.find(owner, RecordQuery.of("thing")).stream()
                .map(RecordView::title)
                .toList();
    }

    private static String place(ImportRowError error) {
        return error.line() + " " + error.field();
    }
}
