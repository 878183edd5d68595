package io.frontless.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.kernel.Json;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Refusals;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every operation asks for, and what its parameters cannot be. */
class OperationBoundsTest {
    private static final UUID ID = new UUID(1, 2);
    private static final UUID OTHER = new UUID(3, 4);
    private static final Set<String> KEYS = Set.of("entity", "field", "role", "by", "constraint", "view");

    static Stream<String> names() {
        return Operations.names().stream();
    }

    @ParameterizedTest
    @CsvSource({
        "workspace.create, FOUND_WORKSPACE",
        "workspace.move, MOVE_WORKSPACE",
        "workspace.confirm-move, MOVE_WORKSPACE",
        "entity, SCHEMA",
        "field, SCHEMA",
        "option, SCHEMA",
        "constraint, SCHEMA",
        "view, SCHEMA",
        "comment, UPDATE",
        "link, UPDATE",
        "savepoint, UPDATE",
        "role, MANAGE_ROLES",
        "member.a, MANAGE_ROLES",
        "member.invite, MANAGE_ROLES",
        "member.re, MANAGE_ROLES",
        "member.suspend, MANAGE_ROLES",
        "member.join, OWN_MEMBERSHIP",
        "member.leave, OWN_MEMBERSHIP",
        "invitation, MANAGE_ROLES",
        "policy, MANAGE_ROLES",
        "event.redact, MANAGE_ROLES",
        "approval.request, READ",
        "approval.decide, APPROVE",
        "approval.withdraw, READ",
        "hold, MANAGE_ROLES",
        "sink, MANAGE_ROLES",
        "retention.set, MANAGE_ROLES",
        "retention.remove, REMOVE_ARCHIVED",
        "account, MANAGE_ACCOUNT",
        "password, MANAGE_ACCOUNT",
        "address, MANAGE_ACCOUNT",
        "session, MANAGE_ACCOUNT",
        "apikey, MANAGE_KEYS",
        "key, MANAGE_KEYS",
        "connection, MANAGE_CONNECTIONS",
        "installation-key, OPERATE_KEYS",
        "secret, USE_SECRETS",
        "undo, READ"
    })
    void operationsOfAFamilyAskForTheSame(String family, Permission permission) {
        List<String> names = names().filter(name -> name.startsWith(family)).toList();

        assertThat(names)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(operation(name).permission()).isEqualTo(permission));
    }

    @ParameterizedTest
    @CsvSource({
        "create, CREATE",
        "update, UPDATE",
        "delete, DELETE",
        "restore, DELETE",
        "upsert, READ",
        "merge, READ",
        "unmerge, READ"
    })
    void operationsOnRecordsAskForWhatTheyDo(String verb, Permission permission) {
        assertThat(operation("record." + verb).permission()).isEqualTo(permission);
    }

    @ParameterizedTest
    @MethodSource("names")
    void operationIsAboutTheEntityItNames(String name) {
        assertThat(operation(name).entity()).isEqualTo(golden(name).get("entity"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void parameterOfAnotherTypeIsRefused(String name) {
        Map<String, @Nullable Object> golden = golden(name);

        assertThat(golden.keySet()).allSatisfy(parameter -> assertRefused(name, parameter, List.of(BigDecimal.ONE)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void keyThatIsNoneIsRefused(String name) {
        Map<String, @Nullable Object> golden = golden(name);

        assertThat(golden.keySet().stream().filter(KEYS::contains).filter(key -> golden.get(key) instanceof String))
                .allSatisfy(parameter -> assertRefused(name, parameter, "Not a key"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void unknownParameterIsRefused(String name) {
        assertRefused(name, "surprise", "x");
    }

    @Test
    void unknownOperationIsRefusedWithThoseThereAre() {
        assertThat(Refusals.of(() -> Operations.typeOf("record.explode")).message())
                .contains("op: expected one of [account.create, account.rename,", "found record.explode");
    }

    @Test
    void labelsHave1To500Characters() {
        String longest = "x".repeat(500);

        assertThat(new CreateWorkspace(longest).label()).hasSize(500);
        assertThat(new AddLink("e", ID, ID, OTHER, longest).label()).hasSize(500);
        assertThat(new CreateRole("r", longest, List.of()).label()).hasSize(500);
        assertThat(new CreateSavepoint(longest).savepoint()).hasSize(500);
        assertThat(new RemoveSavepoint(longest).savepoint()).hasSize(500);
        for (String label : List.of("", " ", longest + "x")) {
            assertThat(Refusals.fieldsOf(() -> new CreateWorkspace(label))).isEqualTo("label");
            assertThat(Refusals.fieldsOf(() -> new AddLink("e", ID, ID, OTHER, label)))
                    .isEqualTo("label");
            assertThat(Refusals.fieldsOf(() -> new UpdateRole("r", label, List.of())))
                    .isEqualTo("label");
            assertThat(Refusals.fieldsOf(() -> new CreateSavepoint(label))).isEqualTo("savepoint");
            assertThat(Refusals.fieldsOf(() -> new RemoveSavepoint(label))).isEqualTo("savepoint");
        }
    }

    @Test
    void commentHas1To4000Characters() {
        assertThat(new AddComment("e", ID, ID, "x".repeat(4_000)).text()).hasSize(4_000);
        assertThat(Refusals.fieldsOf(() -> new AddComment("e", ID, ID, "x".repeat(4_001))))
                .isEqualTo("text");
        assertThat(Refusals.fieldsOf(() -> new AddComment("e", ID, ID, " "))).isEqualTo("text");
    }

    @Test
    void nothingIsLinkedToNorMergedWithItself() {
        assertThat(Refusals.fieldsOf(() -> new AddLink("e", ID, OTHER, ID, "x")))
                .isEqualTo("to");
        assertThat(Refusals.fieldsOf(() -> new MergeRecords("e", ID, ID))).isEqualTo("from");
    }

    @Test
    void optionIsRenamedToAnother() {
        assertThat(Refusals.fieldsOf(() -> new RenameOption("e", "f", "late", "LATE")))
                .isEqualTo("to");
    }

    @Test
    void updateSetsSomething() {
        assertThat(Refusals.fieldsOf(() -> new UpdateRecord("e", ID, Values.none())))
                .isEqualTo("values");
    }

    @Test
    void upsertHasTheValueItFindsBy() {
        assertThat(Refusals.fieldsOf(() -> new UpsertRecord("e", ID, "number", Values.of("number", null))))
                .isEqualTo("values");
    }

    @ParameterizedTest
    @CsvSource({
        "0, true",
        "199, true",
        "2.0, true",
        "-1, false",
        "200, false",
        "1.5, false",
        "1e30, false",
        "-1e30, false"
    })
    void positionIsAWholeNumberFrom0To199(BigDecimal position, boolean accepted) {
        Map<String, @Nullable Object> given = golden("field.move");
        given.put("position", position);

        if (accepted) {
            assertThat(Operations.read("field.move", new Params("", given)))
                    .isEqualTo(new MoveField("invoice", "status", position.intValue()));
        } else {
            assertThat(Refusals.fieldsOf(() -> Operations.read("field.move", new Params("", given))))
                    .isEqualTo("position");
        }
    }

    @Test
    void positionIsNeeded() {
        Map<String, @Nullable Object> given = golden("field.move");
        given.remove("position");

        assertThat(Refusals.of(() -> Operations.read("field.move", new Params("", given)))
                        .message())
                .isEqualTo("position: expected a whole number, found nothing");
    }

    @ParameterizedTest
    @CsvSource({"OWNER, true", "sales, true", "Owner, false", "ABCDEFGHIJKLMNOPQRSTU, false"})
    void memberGetsARoleByItsKey(String role, boolean accepted) {
        if (accepted) {
            assertThat(new AssignMember(ID, role).role()).isEqualTo(role);
        } else {
            assertThat(Refusals.fieldsOf(() -> new AssignMember(ID, role))).isEqualTo("role");
        }
    }

    @ParameterizedTest
    @CsvSource({"found_workspace", "own_membership", "use_secrets", "operate_keys"})
    void whatEveryPersonMayIsNoRolesToGive(String permission) {
        Map<String, @Nullable Object> grant = Map.of("entity", "*", "permissions", List.of(permission));

        assertThat(Refusals.fieldsOf(() -> Grant.from(params(grant)))).isEqualTo("permissions");
    }

    @Test
    void keysThatAreLeftOutAreMadeOfTheLabel() {
        Map<String, @Nullable Object> field = Map.of("label", "Due date", "type", "date");

        assertThat(Operations.read("entity.create", params(Map.of("label", "Tax return", "fields", List.of(field)))))
                .isEqualTo(new CreateEntity(
                        "tax_return", "Tax return", List.of(FieldSpec.of("due_date", "Due date", FieldType.DATE))));
        assertThat(ViewSpec.from(params(Map.of("label", "Open ones"))).key()).isEqualTo("open_ones");
        assertThat(ConstraintSpec.from(params(Map.of("label", "A and b", "fields", List.of("a", "b"))))
                        .key())
                .isEqualTo("a_and_b");
    }

    private static void assertRefused(String name, String parameter, Object value) {
        Map<String, @Nullable Object> given = golden(name);
        given.put(parameter, value);

        assertThat(Refusals.of(() -> Operations.read(name, new Params("", given)))
                        .reason())
                .as(parameter)
                .isEqualTo(Reason.INVALID);
    }

    private static Operation operation(String name) {
        return Operations.read(name, new Params("", golden(name)));
    }

    private static Params params(Map<String, ?> given) {
        return new Params("", new LinkedHashMap<>(given));
    }

    private static Map<String, @Nullable Object> golden(String name) {
        try (InputStream stream = OperationBoundsTest.class.getResourceAsStream("/golden/" + name + ".json")) {
            assertThat(stream).isNotNull();
            return Json.readObject(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
