package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.CreateField;
import io.frontless.operation.DeleteEntity;
import io.frontless.operation.DeleteField;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Operation;
import io.frontless.operation.Step;
import io.frontless.operation.UpdateEntity;
import io.frontless.operation.UpdateField;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Changes to tables and fields: add, rename and delete them, make a field required or unique, add an option. */
final class SchemaReading implements Reading {

    private static final String TO_ENTITY = "to|on|in|for|of|from [the] [table|entity] <entity>";
    private static final String FIELD = "[the] field|column";
    private static final String FLAGS = "required|mandatory|obligatory|compulsory|unique|optional";
    private static final String DELETE = "delete|remove|drop";
    private static final List<Form> ADD_FIELD = List.of(
            Form.of(
                    "add|create|put [a|an|the|one|another] [new|more|additional|extra|further] field|fields|column|columns [called|named] <fields> "
                            + TO_ENTITY),
            Form.of("add|create|put [a|an|the] [new] <fields> field|column " + TO_ENTITY),
            Form.of("[add|create] [a|an|the|one|another] [new|more|additional|extra|further] field|column " + TO_ENTITY
                    + " : <fields>"),
            Form.of("a|new [new] field|column [called|named] <fields> " + TO_ENTITY),
            Form.of("a|an|another|new [new] <fields> field|column " + TO_ENTITY),
            Form.of("<entity> need|needs a|an [new] [text] field|column [called|named] <fields>"));
    private static final String NEW_FIELD =
            "[add|create] [a|an|the|one|another] [new|more|additional|extra|further] field|column [called|named] <fields> ";
    private static final List<Form> TYPED_AFTER = List.of(
            Form.of(NEW_FIELD + TO_ENTITY + " ,|:|-|– [as] [a|an|the] [type] <type>"),
            Form.of(NEW_FIELD + TO_ENTITY + " as [a|an] <type>"),
            Form.of(NEW_FIELD + ", [a|an] <type> " + TO_ENTITY),
            Form.of("a|an|another|new [new] <type> field|column [called|named] <fields> " + TO_ENTITY),
            Form.of(
                    "[add|create] [a|an|the|one|another] [new|more|additional|extra|further] field|column [called|named] <fields> for|as [a|an] <type> "
                            + TO_ENTITY),
            Form.of("[add|create] [a|an|the|one|another] [new|more|additional|extra|further] field|column " + TO_ENTITY
                    + " : <fields> , a|an <type>"),
            Form.of("<entity> need|needs a|an [new] field|column [called|named] <fields> , [a|an] <type>"),
            Form.of("<entity> need|needs a|an [new] <type> field|column [called|named] <fields>"),
            Form.of("[add|create] [a|an|the|one|another] [new|more|additional|extra|further] field|column " + TO_ENTITY
                    + " : <fields> as [a|an] <type>"));
    private static final Form ADD_TYPED =
            Form.of("add|create|put [a|an|the] [new] <type> field|column [called|named] <fields> " + TO_ENTITY);
    private static final List<Form> ADD_CHOICE = List.of(
            Form.of(
                    "add|create [a|an|the] [new] [choice] field|column [called|named] <name> with [the] options|choices|values"
                            + " <options> "
                            + TO_ENTITY),
            Form.of("[add|create] [a|an|the] [new] [choice] field|column [called|named] <name> " + TO_ENTITY
                    + " with [the] options|choices|values [:] <options>"),
            Form.of("[add|create] [a|an|the] [new] choice field|column [called|named] <name> " + TO_ENTITY
                    + " : <options>"),
            Form.of("[add|create] [a|an|the] [new] [choice] field|column [called|named] <name> " + TO_ENTITY
                    + " ( <options> )"));
    private static final Form ADD_TO_ENTITY = Form.of("add <fields> to [the] [table|entity] <entity>");
    private static final String FIELD_OF = "[the] [field] <field> of|in|on [the] [table] <entity>";
    private static final List<Form> ADD_OPTION = List.of(
            Form.of("[add|create] [the|a|an] [new] option|options <options> to|for " + FIELD_OF),
            Form.of("add <options> to|as [the] [options|choices|values] [of|for] " + FIELD_OF),
            Form.of("add <options> to [a|an|the] <entity> 's <field>"));
    private static final List<Form> RENAME_FIELD = List.of(
            Form.of("rename [the] field|column <field> of|in|on [the] [table] <entity> to|as|into <name>"),
            Form.of("rename [the] <field> of|in|on [the] [table] <entity> to|as|into <name>"),
            Form.of("rename [the] <entity> 's <field> to|as|into <name>"));
    private static final List<Form> RENAME_IN = List.of(
            Form.of("rename [the] <field> to|as|into <name> of|in|on|for [the] [table|entity] <entity>"),
            Form.of("in|for|of [the] [table|entity] <entity> rename [the] [field|column] <field> to|as|into <name>"));
    private static final Form RENAME_ENTITY = Form.of("rename [the] [table|entity] <entity> to|as|into <name>");
    private static final List<Form> DELETE_FIELD = List.of(
            Form.of(DELETE + " " + FIELD + " <field> " + TO_ENTITY),
            Form.of(DELETE + " [the] <field> field|column " + TO_ENTITY));
    private static final List<Form> DELETE_ENTITY = List.of(
            Form.of(DELETE + " [the] [whole|entire] table|entity <entity>"),
            Form.of(DELETE + " [the] [whole|entire] <entity> table|entity"));
    private static final String FLAG_OF =
            FLAGS + " field|column of|in|on|for [the|a|an|every|each|all] [table] <entity>";
    private static final List<Form> FLAG = List.of(
            Form.of("make [the] [field] <field> of|in|on|for [the|a|an] [table] <entity> [to] [be] [as|a|an] " + FLAGS
                    + " [field]"),
            Form.of("make [the] [field] <field> " + FLAGS + " of|in|on|for [the] [table] <entity>"),
            Form.of("make [the] <entity> <field> " + FLAGS),
            Form.of("make [the] <entity> 's <field> " + FLAGS),
            Form.of("make [the] [field] <field> a|an " + FLAG_OF),
            Form.of("[the] [field] <field> should|must|shall be a|an " + FLAG_OF));

    /** A table or field that is deleted or renamed is called by its name, never by something like it. */
    private static final Set<String> EXACT = Set.of("delete", "remove", "drop", "rename");

    private static final Set<String> OPTION = Set.of("option", "options");

    private record Family(List<Form> forms, BiFunction<Turn, Match, Optional<Proposal>> reading) {}

    /** Words that have a form of a family. */
    private record Read(Phrase words, Family family, Match match) {}

    private static final List<Family> FAMILIES = List.of(
            new Family(ADD_OPTION, SchemaReading::addOptions),
            new Family(ADD_CHOICE, SchemaReading::addChoice),
            new Family(List.of(ADD_TYPED), SchemaReading::addTyped),
            new Family(TYPED_AFTER, SchemaReading::addTyped),
            new Family(ADD_FIELD, SchemaReading::addFields),
            new Family(List.of(ADD_TO_ENTITY), SchemaReading::addToEntity),
            new Family(DELETE_FIELD, SchemaReading::deleteField),
            new Family(DELETE_ENTITY, SchemaReading::deleteEntity),
            new Family(RENAME_FIELD, SchemaReading::renameField),
            new Family(RENAME_IN, SchemaReading::renameIn),
            new Family(List.of(RENAME_ENTITY), SchemaReading::renameEntity),
            new Family(FLAG, SchemaReading::flag));

    /** The first match whose table exists, in the usual words before others; where none does, the reading of the first match says so. */
    @Override
    public Optional<Proposal> read(Turn turn) {
        Trials<Read> trials = new Trials<>();
        return trials.first(ways(turn, turn.words()), way -> existing(turn, way))
                .or(() -> retold(turn, new SchemaRetold(turn).all()))
                .or(() -> retold(turn, new SchemaRetold(turn).choices()))
                .or(() -> trials.first(
                        ways(turn, turn.words()), way -> way.family().reading().apply(turn, way.match())))
                .or(trials::fail);
    }

    /** What two parts of a sentence wish of a field together: “we don't need the field colour of cars, drop it”. */
    static Optional<Proposal> wished(Turn turn) {
        return retold(turn, new SchemaRetold(turn).wished());
    }

    private static Optional<Proposal> retold(Turn turn, List<Phrase> requests) {
        return new Trials<Phrase>()
                .first(requests, words -> new Trials<Read>().first(ways(turn, words), way -> existing(turn, way)));
    }

    private static Optional<Proposal> existing(Turn turn, Read way) {
        return turn.schema()
                .entity(way.match().the("entity"))
                .flatMap(entity -> way.family().reading().apply(turn.part(way.words(), List.of()), way.match()));
    }

    /** The forms that words have. */
    private static List<Read> ways(Turn turn, Phrase words) {
        return turn.schema().lenient() && words.startsWithOneOf(EXACT)
                ? List.of()
                : FAMILIES.stream()
                        .flatMap(family -> Form.matches(family.forms(), words).stream()
                                .map(match -> new Read(words, family, match)))
                        .toList();
    }

    private static Optional<Proposal> addFields(Turn turn, Match match) {
        EntityView entity = turn.schema().entityNamed(match.the("entity"));
        Phrase fields = match.the("fields");
        if (fields.size() == 1 && fields.startsWithOneOf(Set.of("a", "an", "the", "new"))) {
            throw Unclear.say(
                    "Which field? Say its name.",
                    "add a field notes to " + entity.label(),
                    "add a field notes (required) to " + entity.label());
        }
        return Optional.of(added(turn, entity, fields));
    }

    private static Optional<Proposal> addChoice(Turn turn, Match match) {
        EntityView entity = turn.schema().entityNamed(match.the("entity"));
        String label = CreateEntityReading.label(match.the("name"));
        requireNew(entity, label);
        Set<String> taken = entity.fields().stream().map(FieldSpec::key).collect(Collectors.toSet());
        List<String> options = match.the("options").split(Set.of(",", "and", "&", "or")).stream()
                .map(Phrase::text)
                .toList();
        FieldSpec field = FieldSpec.choice(FieldList.freeKey(label, taken), label, options);
        return change("Add field %s to %s".formatted(label, entity.label()), new CreateField(entity.key(), field));
    }

    /** “A yes/no field damaged”: the type before the name. */
    private static Optional<Proposal> addTyped(Turn turn, Match match) {
        Phrase fields = match.the("fields");
        Optional<FieldType> type = TypeGuess.named(match.the("type").text());
        if (type.isEmpty()
                || (type.get() == FieldType.CHOICE)
                        != fields.at(fields.size() - 1).is(")")) {
            return Optional.empty();
        }
        EntityView entity = turn.schema().entityNamed(match.the("entity"));
        if (type.get() == FieldType.CHOICE) {
            return Optional.of(added(turn, entity, fields));
        }
        String label = CreateEntityReading.label(fields);
        requireNew(entity, label);
        Set<String> taken = entity.fields().stream().map(FieldSpec::key).collect(Collectors.toSet());
        FieldSpec field = FieldSpec.of(FieldList.freeKey(label, taken), label, type.get());
        return change("Add field %s to %s".formatted(label, entity.label()), new CreateField(entity.key(), field));
    }

    /** Without the word “field” it may be a record that is added, so only names that are surely fields will do. */
    private static Optional<Proposal> addToEntity(Turn turn, Match match) {
        Optional<EntityView> entity = turn.schema().entity(match.the("entity"));
        Phrase fields = match.the("fields");
        if (entity.isEmpty() || turn.schema().leadingEntity(fields.bare()).isPresent()) {
            return Optional.empty();
        }
        if (fields.tokens().stream().anyMatch(token -> token.isOneOf(Set.of("field", "fields", "column")))) {
            throw Unclear.say(
                    "It is not clear which field to add by “%s”.".formatted(fields.text()),
                    "add a field notes to " + entity.get().label(),
                    "add a field notes (required) to " + entity.get().label());
        }
        boolean sure = fields.split(Set.of(",", "and", "&")).stream()
                .allMatch(item -> item.at(item.size() - 1).is(")")
                        || TypeGuess.of(item.bare().text()).isPresent());
        if (!sure || fields.isQuoted()) {
            String label = entity.get().label();
            String text = fields.bare().text();
            throw Unclear.ask(
                    "Is “%s” a new field or a new record?".formatted(text),
                    List.of(
                            "add a field %s to %s".formatted(text, label),
                            "add %s %s"
                                    .formatted(
                                            label.toLowerCase(Locale.ROOT),
                                            text.matches("\\w+") ? RecordFinder.quote(text) : text)));
        }
        return Optional.of(added(turn, entity.get(), fields));
    }

    private static Proposal added(Turn turn, EntityView entity, Phrase list) {
        Set<String> taken = entity.fields().stream().map(FieldSpec::key).collect(Collectors.toSet());
        List<FieldSpec> fields = new FieldList(turn.schema()).read(list, taken, false);
        List<Step> steps = new ArrayList<>();
        for (FieldSpec field : fields) {
            requireNew(entity, field.label());
            steps.add(Step.of("s" + (steps.size() + 1), new CreateField(entity.key(), field)));
        }
        String names = fields.stream().map(FieldSpec::label).collect(Collectors.joining(", "));
        return new Proposal.Change(
                "Add %s %s to %s".formatted(fields.size() == 1 ? "field" : "fields", names, entity.label()), steps);
    }

    private static Optional<Proposal> addOptions(Turn turn, Match match) {
        if (!turn.words().tokens().stream().anyMatch(token -> token.isOneOf(OPTION))
                && turn.schema().entity(match.the("entity")).isEmpty()) {
            return Optional.empty();
        }
        EntityView entity = turn.schema().entityNamed(match.the("entity"));
        boolean said = turn.words().tokens().stream().anyMatch(token -> token.isOneOf(OPTION));
        Optional<FieldSpec> choice = turn.schema()
                .field(entity, match.the("field"))
                .filter(found -> said || found.type() == FieldType.CHOICE);
        if (choice.isEmpty() && !said) {
            return Optional.empty();
        }
        FieldSpec field = choice.orElseGet(() -> turn.schema().requireField(entity, match.the("field")));
        if (field.type() != FieldType.CHOICE) {
            throw Unclear.say("%s is no choice, so it has no options.".formatted(field.label()));
        }
        List<String> options = new ArrayList<>(field.options());
        List<Phrase> added = match.the("options").split(Set.of(",", "and", "&"));
        if (added.stream().anyMatch(option -> option.size() > 1 && option.startsWithOneOf(OPTION))) {
            return Optional.empty();
        }
        for (Phrase option : added) {
            if (turn.schema().option(field, option).isPresent()) {
                throw Unclear.say("%s already has the option “%s”.".formatted(field.label(), option.text()));
            }
            options.add(option.text());
        }
        FieldSpec next = field.offering(options);
        String names = added.stream().map(Phrase::text).collect(Collectors.joining(", "));
        return change(
                "Add option %s to %s of %s".formatted(names, field.label(), entity.label()),
                new UpdateField(entity.key(), next));
    }

    private static Optional<Proposal> renameField(Turn turn, Match match) {
        EntityView entity = turn.schema().entityNamed(match.the("entity"));
        FieldSpec field = turn.schema().requireField(entity, match.the("field"));
        String name = CreateEntityReading.label(match.the("name"));
        requireNew(entity, name);
        FieldSpec next = field.labelled(name);
        return change(
                "Rename field %s of %s to %s".formatted(field.label(), entity.label(), name),
                new UpdateField(entity.key(), next));
    }

    /** “Rename Chair to Moderator in meetings”, where meetings have such a field: else it may be a record that is renamed. */
    private static Optional<Proposal> renameIn(Turn turn, Match match) {
        return turn.schema()
                .entity(match.the("entity"))
                .filter(entity ->
                        turn.schema().hasField(entity, match.the("field").bare()))
                .flatMap(entity -> renameField(turn, match));
    }

    private static Optional<Proposal> renameEntity(Turn turn, Match match) {
        boolean said = turn.words().tokens().stream().anyMatch(token -> token.isOneOf(Set.of("table", "entity")));
        if (!said && turn.schema().entity(match.the("entity")).isEmpty()) {
            return Optional.empty();
        }
        EntityView entity = turn.schema().entityNamed(match.the("entity"));
        String name = CreateEntityReading.label(match.the("name"));
        boolean taken = turn.schema().entities().stream()
                .anyMatch(other -> !other.equals(entity) && Names.same(other.label(), name));
        if (taken || entity.label().equals(name)) {
            throw Unclear.say("There already is a table %s.".formatted(name));
        }
        return Optional.of(new Proposal.Change(
                "Rename table %s to %s".formatted(entity.label(), name),
                List.of(Step.of("s1", new UpdateEntity(entity.key(), name)).expecting(entity.version()))));
    }

    private static Optional<Proposal> deleteField(Turn turn, Match match) {
        EntityView entity = turn.schema().entityNamed(match.the("entity"));
        FieldSpec field = turn.schema().requireField(entity, match.the("field"));
        return change(
                "Delete field %s of %s".formatted(field.label(), entity.label()),
                new DeleteField(entity.key(), field.key()));
    }

    private static Optional<Proposal> deleteEntity(Turn turn, Match match) {
        EntityView entity = turn.schema().entityNamed(match.the("entity"));
        return Optional.of(new Proposal.Change(
                "Delete table %s".formatted(entity.label()),
                List.of(Step.of("s1", new DeleteEntity(entity.key())).expecting(entity.version()))));
    }

    private static Optional<Proposal> flag(Turn turn, Match match) {
        EntityView entity = turn.schema().entityNamed(match.the("entity"));
        FieldSpec field = turn.schema().requireField(entity, match.the("field"));
        Token last = turn.words().tokens().stream()
                .filter(token -> token.isOneOf(Set.of(FLAGS.split("\\|", -1))))
                .reduce((first, second) -> second)
                .orElseThrow();
        boolean required = !last.is("optional") && (!last.is("unique") || field.required());
        boolean unique = last.is("unique") || field.unique();
        FieldSpec next = field.demanding(required, unique);
        return change(
                "Make %s of %s %s"
                        .formatted(field.label(), entity.label(), last.text().toLowerCase(Locale.ROOT)),
                new UpdateField(entity.key(), next));
    }

    private static void requireNew(EntityView entity, String label) {
        if (entity.fields().stream().anyMatch(field -> Names.same(field.label(), label))) {
            throw Unclear.say("%s already has a field %s.".formatted(entity.label(), label));
        }
    }

    private static Optional<Proposal> change(String summary, Operation operation) {
        return Optional.of(new Proposal.Change(summary, List.of(Step.of("s1", operation))));
    }
}
