package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Step;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tries the ways to divide a sentence, and keeps why the first of them failed. */
final class Attempts {
    private static final List<Form> NONE = List.of(
            Form.of("<those> that|who|which [still] have|has none"),
            Form.of("<those> that|who|which don't|doesn't|don’t|doesn’t have one [yet]"),
            Form.of("<those> that|who|which do|does not have one [yet]"),
            Form.of("<those> without one"),
            Form.of("<those> with none"));

    private static final Set<String> PLACING = Set.of("in", "of", "for", "from", "on", "at");

    private final Turn turn;

    /** Whether a name is looked up where what is said makes no sense, too: to say what is wrong. */
    private boolean anywhere;

    /** Whether only the whole name of a record will do, and no condition. */
    private boolean named;

    private Optional<Unclear> first = Optional.empty();
    private Optional<Phrase> unknown = Optional.empty();

    Attempts(Turn turn) {
        this.turn = turn;
    }

    /** From now on what is said need not make sense of what is named. */
    void lookAnywhere() {
        anywhere = true;
    }

    /** From now on records are called by their names. */
    void onlyNamed() {
        named = true;
    }

    /** Whether a phrase is no plural, as of one who tells of several records. */
    boolean meansOne(Phrase target) {
        return !turn.selections().namesSeveral(target);
    }

    /** Why nothing was made of it, where a record was found. */
    Optional<Unclear> first() {
        return first;
    }

    /** Whether something that looks like the number of a record is none. */
    boolean missesAnId() {
        return unknown.filter(name -> name.at(0).looksLikeId())
                .filter(name -> turn.targets().called(name, entity -> true).isEmpty())
                .isPresent();
    }

    /** The one change that these divisions make; two different ones are asked about. */
    Optional<Proposal> one(List<Match> matches) {
        Map<List<Step>, Proposal> changes = new LinkedHashMap<>();
        for (Match match : matches) {
            try {
                change(match).ifPresent(change -> changes.putIfAbsent(((Proposal.Change) change).steps(), change));
            } catch (Unclear unclear) {
                first = first.or(() -> Optional.of(unclear));
            }
        }
        if (changes.size() > 1) {
            throw Unclear.say("This can be read in two ways: %s. Put names and texts in quotes."
                    .formatted(SchemaLinker.join(changes.values().stream()
                            .map(change -> ((Proposal.Change) change).summary())
                            .toList())));
        }
        return changes.values().stream().findFirst();
    }

    Unclear reason() {
        return first.orElseGet(() -> unknown.map(name -> turn.targets().none(name))
                .orElseGet(() -> Unclear.say("It is not clear what to change.")));
    }

    private Predicate<EntityView> plausible(Match match) {
        return anywhere ? entity -> true : new FormValues(turn).plausible(match);
    }

    private Optional<Proposal> change(Match divided) {
        Match match = withoutOne(divided.withException(turn));
        if (match.has("mine")) {
            return mine(match.the("mine"));
        }
        if (match.has("itsfield")) {
            return itsField(match);
        }
        if (!match.has("target")) {
            return ofMentioned(match);
        }
        Phrase said = match.the("target");
        Optional<Proposal> ofField = match.has("state") && !named ? triedFieldBeforeState(match) : Optional.empty();
        if (ofField.isPresent()) {
            return ofField;
        }
        Optional<Target> target = named
                ? turn.targets().called(said, plausible(match))
                : turn.targets().find(said, plausible(match));
        if (target.isEmpty() && unknown.isEmpty()) {
            unknown = Optional.of(said);
        }
        return target.map(found -> {
            if (match.has("old")) {
                requireOld(found, match);
            }
            Values values = match.has("from")
                    ? handed(found, match)
                    : match.has("title") ? renamed(found, said, match) : new FormValues(turn).of(found.entity(), match);
            if (match.has("deed") && !found.isOne()) {
                requireNotDone(found, values);
            }
            return Changes.of(turn, found, values);
        });
    }

    /** “All invoices of Acme have been paid yesterday” may not be meant of what was paid before: its day would be lost. */
    private static void requireNotDone(Target target, Values values) {
        for (FieldSpec field : target.entity().fields()) {
            Object day = values.get(field.key());
            if (day != null && Roles.isDate(field)) {
                requireNotDone(target, field, day.toString());
            }
        }
    }

    private static void requireNotDone(Target target, FieldSpec field, String day) {
        for (Found record : target.records()) {
            Object before = record.values().get(field.key());
            if (before != null && !day.equals(before.toString())) {
                throw Unclear.say("%s of %s is set already. Say which of them are meant."
                        .formatted(field.label(), record.title()));
            }
        }
    }

    /** “Anja hands it over to Oskar”: what Anja has of it is Oskar's then. */
    private Values handed(Target target, Match match) {
        EntityView entity = target.entity();
        Phrase from = match.the("from");
        List<FieldSpec> fields = entity.fields().stream()
                .filter(field -> field.type() == FieldType.TEXT || field.type() == FieldType.REFERENCE)
                .filter(field -> new Holders(turn, entity, List.of(field))
                        .read(from, Holders.Relation.BY)
                        .filter(held -> target.records().stream().allMatch(record -> held.value()
                                .equals(record.values().get(field.key()))))
                        .isPresent())
                .toList();
        FieldSpec field = NewValues.one(fields)
                .orElseThrow(
                        () -> Unclear.say("What of %s is “%s”? Name the field.".formatted(target.name(), from.text())));
        return new FormValues(turn).given(entity, field, match.the("person"));
    }

    /** “Buyer of all producers that have none”: of those without a buyer. */
    private static Match withoutOne(Match match) {
        Optional<String> field = Stream.of("field", "own").filter(match::has).findFirst();
        Optional<Phrase> those = field.isEmpty() || !match.has("target")
                ? Optional.empty()
                : Form.matches(NONE, match.the("target")).stream().findFirst().map(found -> found.the("those"));
        return those.map(found -> match.with("target", found.then("without").joined(match.the(field.get()))))
                .orElse(match);
    }

    /** The field by which the record was named gets the new name. */
    private Values renamed(Target target, Phrase said, Match match) {
        requireTitleAlone(match.the("title"));
        Found record = target.records().get(0);
        String name = said.text().toLowerCase(Locale.ROOT);
        boolean them = Pronouns.isOne(said);
        FieldSpec field = Roles.naming(target.entity()).stream()
                .filter(one -> (them
                                && target.entity()
                                        .titleField()
                                        .filter(one::equals)
                                        .isPresent())
                        || (record.values().get(one.key()) instanceof String value
                                && name.endsWith(value.toLowerCase(Locale.ROOT))))
                .findFirst()
                .filter(one -> target.isOne())
                .orElseThrow(
                        () -> Unclear.say("Which name of %s is to change? Name the field.".formatted(said.text())));
        return Slots.forChange(turn, titled(target, field, match.the("title")), target.entity(), match.the("title"));
    }

    /** “To Haus Wolff in projects” may tell where it is, and not only what it is to be called. */
    private void requireTitleAlone(Phrase title) {
        for (int i = 1; i + 1 < title.size(); i++) {
            if (title.at(i).isOneOf(PLACING)
                    && turn.schema().entity(title.from(i + 1).bare()).isPresent()) {
                throw Unclear.ask(
                        "Is “%s” the whole name?".formatted(title.text()),
                        List.of(
                                title.sentenceWith(
                                        RecordFinder.quote(title.to(i).text())),
                                title.sentenceWith(RecordFinder.quote(title.text()))));
            }
        }
    }

    /** Who renames what has a number and a name means the name, unless the new one is a number, too. */
    private static FieldSpec titled(Target target, FieldSpec found, Phrase title) {
        List<FieldSpec> names = target.entity().fields().stream()
                .filter(field -> field.type() == FieldType.TEXT && Roles.isName(field))
                .toList();
        boolean code = !names.contains(found) && !title.at(0).looksLikeId();
        return code && names.size() == 1 ? names.get(0) : found;
    }

    /** “From student to standard” is about one that is a student. */
    private void requireOld(Target target, Match match) {
        FieldSpec field = turn.schema().requireField(target.entity(), match.the("field"));
        Object old = turn.values().read(field, match.the("old"));
        for (Found record : target.records()) {
            Object now = record.values().get(field.key());
            if (!String.valueOf(now).equalsIgnoreCase(String.valueOf(old))) {
                throw Unclear.say("%s of %s is not “%s”."
                        .formatted(
                                field.label(), record.title(), match.the("old").text()));
            }
        }
    }

    /** “Change its amount to 8100”, “clear its fine”. */
    private Optional<Proposal> mine(Phrase said) {
        Target target = mentioned(said.to(1));
        if (turn.words().startsWith("clear")) {
            return Optional.of(Changes.of(turn, target, new FormValues(turn).cleared(target.entity(), said)));
        }
        return Optional.of(Changes.of(turn, target, Slots.forChange(turn, target.entity(), said)));
    }

    /** “Its lawyer is Elif now.” */
    private Optional<Proposal> itsField(Match match) {
        if (turn.request().lastMentioned().isEmpty()) {
            return Optional.empty();
        }
        Target target = mentioned(match.the("itsfield"));
        return turn.schema()
                .field(target.entity(), match.the("itsfield"))
                .map(field -> Changes.of(
                        turn, target, new FormValues(turn).given(target.entity(), field, match.the("value"))));
    }

    /** “Set the fee to 70” after a turn about one record. */
    private Optional<Proposal> ofMentioned(Match match) {
        if (turn.request().lastMentioned().isEmpty()) {
            return Optional.empty();
        }
        Phrase name = match.the(match.has("no") ? "no" : "field");
        Target target = mentioned(name);
        return turn.schema()
                .field(target.entity(), name)
                .map(field -> Changes.of(turn, target, new FormValues(turn).of(target.entity(), match)));
    }

    private Target mentioned(Phrase at) {
        Phrase them = Sentence.read(turn.request().lastMentioned().size() > 1 ? "them" : "it")
                .words();
        return new Pronouns(turn)
                .read(them)
                .orElseThrow(() -> Unclear.say("It is not clear whose “%s” is meant.".formatted(at.text())));
    }

    private Optional<Proposal> triedFieldBeforeState(Match match) {
        try {
            return fieldBeforeState(match);
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    /** “Change invoice INV-0089 amount to 1300”: the last words of the target name the field. */
    private Optional<Proposal> fieldBeforeState(Match match) {
        Phrase said = match.the("target");
        for (int split = said.size() - 1; split > 0; split--) {
            Phrase field = said.from(split);
            boolean named = !field.isQuoted()
                    && turn.schema().entities().stream()
                            .anyMatch(entity -> turn.schema().hasField(entity, field));
            Optional<Target> target = named
                    ? turn.targets()
                            .find(said.to(split), entity -> turn.schema().hasField(entity, field))
                    : Optional.empty();
            Optional<FieldSpec> spec = target.flatMap(found -> turn.schema().field(found.entity(), field));
            if (target.isPresent() && spec.isPresent()) {
                EntityView entity = target.get().entity();
                Values values = Slots.forChange(turn, spec.get(), entity, match.the("state"));
                return Optional.of(Changes.of(turn, target.get(), values));
            }
        }
        return Optional.empty();
    }
}
