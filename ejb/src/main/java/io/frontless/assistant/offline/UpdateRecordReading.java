package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** “Mark invoice INV-0089 as paid”, “change the phone of ALFKI to 030-1”, “approve all requested orders”, “clear the due date of INV-0089”. */
final class UpdateRecordReading implements Reading {

    private static final String SET =
            "set|change|update|edit|put|make|correct|move|switch|raise|increase|lower|reduce|decrease|push|extend|reset|adjust|rename|shift|drop|bump|cut|revise";
    private static final String CLEAR = "clear|empty|unset|remove|delete|erase";
    private static final String GIVE = "assign|reassign|give|hand|allocate|delegate";
    private static final Set<String> QUESTION_WORDS = Set.of(
            "what", "who", "which", "how", "where", "when", "why", "is", "are", "there", "do", "does", "show", "list",
            "did", "has", "have", "was", "were", "should", "shall", "can", "could", "would", "if", "whether", "i",
            "we");
    private static final Set<String> RELATIVES = Set.of("that", "which", "who", "whose", "if", "whether");
    private static final Set<String> VERBS = Set.of(
            "set",
            "change",
            "update",
            "edit",
            "put",
            "make",
            "correct",
            "mark",
            "flag",
            "clear",
            "empty",
            "unset",
            "move",
            "switch",
            "raise",
            "increase",
            "lower",
            "reduce",
            "decrease",
            "push",
            "extend",
            "reset",
            "adjust",
            "rename",
            "shift",
            "assign",
            "reassign",
            "give",
            "hand",
            "allocate",
            "delegate",
            "transfer",
            "reschedule",
            "postpone",
            "turn",
            "upgrade",
            "downgrade",
            "promote",
            "bump",
            "cut",
            "revise");

    /** Forms that name a field come first: “the status of INV-1” is not what a record is called. */
    private static final List<List<Form>> FORMS = List.of(
            List.of(
                    Form.of(SET + " [the] <field> of|for|on <target> from <old> to <value>"),
                    Form.of(SET + " <target> 's <field> from <old> to <value>")),
            List.of(Form.of(SET + " [the] <field> of|for|on|in <target> to|as|=|at <value>")),
            List.of(Form.of(SET + " <target> 's <field> to|as|=|at <value>")),
            List.of(Form.of("set|change|clear|update|make|put its|his|her|their <mine>")),
            List.of(Form.of(SET + " [the] <field> to|=|as <value> for|on|of|in|where <target>")),
            List.of(Form.of("for|on <target> ,|set|change [set|change] [the] <field> to <value>")),
            List.of(Form.of("rename|retitle <target> to|as|into <title>")),
            List.of(
                    Form.of(CLEAR + " [the] <cleared> of|from|for|on|in <target>"),
                    Form.of(CLEAR + " <target> 's <cleared>")),
            List.of(Form.of("put|leave a|the <field> on <target> : <value>")),
            List.of(Form.of(GIVE + " [the] <target> to <person>")),
            List.of(Form.of(
                    "mark|flag|set|change|update|make|move|switch|transfer|reschedule|turn|upgrade|downgrade|promote|push|postpone|put"
                            + " <target> as|to|=|into|in|on <state>")),
            List.of(Form.of("mark|flag|make|set|turn <target> <state>")),
            List.of(Form.of("update|change|edit|set <target> :|with|set|, <list>")),
            List.of(Form.of("set|change [the] <field> to|= <value>")),
            List.of(Form.of("set [the] <field> <plain> for|of|on <target>")),
            List.of(
                    Form.of("[the] <field> of|for <target> is|are|= [now] <value>"),
                    Form.of("[the] <field> of|for <target> should be [now] <value>"),
                    Form.of("<target> 's <field> is|are|= [now] <value>")),
            List.of(Form.of("<target> is|are [now] <state>")));

    @Override
    public Optional<Proposal> read(Turn turn) {
        if ((turn.question() && !saysChange(turn)) || turn.words().startsWithOneOf(QUESTION_WORDS)) {
            return Optional.empty();
        }
        return verb(turn).or(() -> formed(turn));
    }

    /** “Approve PO-101”, “cancel all booked appointments”. */
    private static Optional<Proposal> verb(Turn turn) {
        if (turn.words().size() < 2 || saysChange(turn) || !turn.words().at(0).isWord()) {
            return Optional.empty();
        }
        String verb = turn.words().at(0).text();
        Predicate<EntityView> plausible =
                entity -> new Assignments(turn, entity).ofVerb(verb).isPresent();
        if (turn.schema().entities().stream().noneMatch(plausible)) {
            return Optional.empty();
        }
        return turn.targets()
                .find(turn.words().from(1), plausible)
                .flatMap(target ->
                        new Assignments(turn, target.entity()).ofVerb(verb).map(values -> Changes.of(target, values)));
    }

    private static Optional<Proposal> formed(Turn turn) {
        Attempts attempts = new Attempts(turn);
        for (boolean anywhere : saysChange(turn) ? List.of(false, true) : List.of(false)) {
            attempts.anywhere = anywhere;
            for (List<Form> forms : FORMS) {
                List<Match> matches = Form.matches(forms, turn.words()).stream()
                        .filter(match -> saysChange(turn) || isStatement(turn, match))
                        .toList();
                Optional<Proposal> read = attempts.one(matches);
                if (read.isPresent()) {
                    return read;
                }
            }
        }
        if (saysChange(turn)
                || attempts.unknown.filter(name -> name.at(0).looksLikeId()).isPresent()) {
            throw attempts.reason();
        }
        return Optional.empty();
    }

    /** Whether a verb says that a change is meant, and not small talk; “delete” may as well be about a record. */
    private static boolean saysChange(Turn turn) {
        return turn.words().startsWithOneOf(VERBS)
                || (turn.words().startsWithOneOf(Set.of("for", "on"))
                        && turn.words().tokens().stream().anyMatch(token -> token.isOneOf(Set.of("set", "change"))));
    }

    /** “Invoices that are paid” selects; only “INV-0089 is paid” changes. */
    private static boolean isStatement(Turn turn, Match match) {
        return match.has("cleared")
                || (turn.words().tokens().stream().skip(1).noneMatch(token -> token.isOneOf(RELATIVES))
                        && !turn.selections().namesSeveral(match.the("target")));
    }

    /** Tries the ways to divide a sentence, and keeps why the first of them failed. */
    private static final class Attempts {
        private final Turn turn;

        /** Whether a name is looked up where what is said makes no sense, too: to say what is wrong. */
        private boolean anywhere;

        private Optional<Unclear> first = Optional.empty();
        private Optional<Phrase> unknown = Optional.empty();

        Attempts(Turn turn) {
            this.turn = turn;
        }

        /** The one change that these divisions make; two different ones are asked about. */
        Optional<Proposal> one(List<Match> matches) {
            Set<Proposal> changes = new LinkedHashSet<>();
            for (Match match : matches) {
                try {
                    change(match).ifPresent(changes::add);
                } catch (Unclear unclear) {
                    first = first.or(() -> Optional.of(unclear));
                }
            }
            if (changes.size() > 1) {
                throw Unclear.say("This can be read in two ways: %s. Put names and texts in quotes."
                        .formatted(SchemaLinker.join(changes.stream()
                                .map(change -> ((Proposal.Change) change).summary())
                                .toList())));
            }
            return changes.stream().findFirst();
        }

        Unclear reason() {
            return first.orElseGet(() -> unknown.map(name -> turn.targets().none(name))
                    .orElseGet(() -> Unclear.say("It is not clear what to change.")));
        }

        private Optional<Proposal> change(Match match) {
            if (match.has("mine")) {
                return mine(match.the("mine"));
            }
            if (!match.has("target")) {
                return ofMentioned(match);
            }
            Phrase said = match.the("target");
            Optional<Proposal> named = match.has("state") ? triedFieldBeforeState(match) : Optional.empty();
            if (named.isPresent()) {
                return named;
            }
            Optional<Target> target = turn.targets().find(said, plausible(match));
            if (target.isEmpty() && unknown.isEmpty()) {
                unknown = Optional.of(said);
            }
            return target.map(found -> {
                if (match.has("old")) {
                    requireOld(found, match);
                }
                return Changes.of(
                        found, match.has("title") ? renamed(found, said, match) : values(found.entity(), match));
            });
        }

        /** The field by which the record was named gets the new name. */
        private Values renamed(Target target, Phrase said, Match match) {
            Found record = target.records().get(0);
            String name = said.text().toLowerCase(Locale.ROOT);
            FieldSpec field = Roles.naming(target.entity()).stream()
                    .filter(one -> record.values().get(one.key()) instanceof String value
                            && name.endsWith(value.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .filter(one -> target.isOne())
                    .orElseThrow(
                            () -> Unclear.say("Which name of %s is to change? Name the field.".formatted(said.text())));
            return Values.of(field.key(), turn.values().read(field, match.the("title")));
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
                                    field.label(),
                                    record.title(),
                                    match.the("old").text()));
                }
            }
        }

        /** “Change its amount to 8100”, “clear its fine”. */
        private Optional<Proposal> mine(Phrase said) {
            Target target = mentioned(said.to(1));
            if (turn.words().startsWith("clear")) {
                return Optional.of(Changes.of(target, cleared(target.entity(), said)));
            }
            Values values = Slots.forChange(turn, target.entity(), said);
            return Optional.of(Changes.of(target, new Assignments(turn, target.entity()).withPeople(values, said)));
        }

        /** “Set the fee to 70” after a turn about one record. */
        private Optional<Proposal> ofMentioned(Match match) {
            if (turn.request().lastMentioned().isEmpty()) {
                return Optional.empty();
            }
            Target target = mentioned(match.the("field"));
            return turn.schema()
                    .field(target.entity(), match.the("field"))
                    .map(field -> Changes.of(target, values(target.entity(), match)));
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
                    return Optional.of(Changes.of(target.get(), values));
                }
            }
            return Optional.empty();
        }

        /** An entity comes into question if what is said makes sense of it. */
        private Predicate<EntityView> plausible(Match match) {
            if (anywhere) {
                return entity -> true;
            }
            if (match.has("field") || match.has("cleared")) {
                Phrase field = match.the(match.has("field") ? "field" : "cleared");
                return entity -> turn.schema().hasField(entity, field);
            }
            if (match.has("state")) {
                return entity -> new Assignments(turn, entity).makeSense(stated(entity, match.the("state")));
            }
            return match.has("person")
                    ? entity -> !Roles.assigned(entity).isEmpty()
                            || new Assignments(turn, entity).makeSense(match.the("person"))
                    : entity -> true;
        }

        private Values values(EntityView entity, Match match) {
            Assignments assignments = new Assignments(turn, entity);
            if (match.has("list")) {
                return Slots.forChange(turn, entity, match.the("list"));
            }
            if (match.has("cleared")) {
                return cleared(entity, match.the("cleared"));
            }
            if (match.has("person")) {
                return assignments.person(match.the("person")).orElseThrow(() -> none(entity, match.the("person")));
            }
            if (match.has("field")) {
                FieldSpec field = turn.schema().requireField(entity, match.the("field"));
                Phrase value = match.the(match.has("plain") ? "plain" : "value");
                return assignments.withPeople(Slots.forChange(turn, field, entity, value), value);
            }
            Phrase said = stated(entity, match.the("state"));
            return assignments.read(said).orElseThrow(() -> none(entity, said));
        }

        /** “In repair” is a state as a whole, though “in” also leads to one. */
        private Phrase stated(EntityView entity, Phrase said) {
            int at = turn.words().tokens().indexOf(said.at(0));
            Phrase longer = at > 0 ? turn.words().sub(at - 1, at + said.size()) : said;
            boolean state = !said.at(0).quoted()
                    && turn.schema().states(entity, longer).stream().findFirst().isPresent();
            return state ? longer : said;
        }

        private Values cleared(EntityView entity, Phrase said) {
            FieldSpec field = turn.schema().requireField(entity, said);
            if (field.required()) {
                throw Unclear.say("%s is required, so it cannot be cleared.".formatted(field.label()));
            }
            return Values.of(field.key(), null);
        }

        private Unclear none(EntityView entity, Phrase said) {
            return entity.fields().stream()
                    .filter(field -> !field.options().isEmpty())
                    .findFirst()
                    .map(field -> turn.values().noSuchOption(field, said))
                    .orElseGet(() -> Unclear.say(
                            "“%s” says nothing about a %s that could be set.".formatted(said.text(), entity.label())));
        }
    }
}
