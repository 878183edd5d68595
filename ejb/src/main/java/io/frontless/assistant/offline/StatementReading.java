package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How records are to be, said without a verb of change: “R-73 should be ordered”, “the caretaker of Elm Court is Rosa Blum”, “R-75 done, cost 2050”. */
final class StatementReading implements Reading {

    private static final String SHOULD = "should|shall|must";
    private static final String THE = "[the] [new]";
    private static final String MOVED = "has|have [now] come|gone|risen|fallen|dropped|moved|changed [up|down]";
    private static final String OF = "of|for|at|on";

    /** What surely tells of a change, so that it may be about many. */
    private static final List<List<Form>> SURELY = List.of(
            List.of(Form.of("<target> has|have [got] a new <field> : <value>")),
            List.of(
                    Form.of(THE + " <field> " + OF + "|in|to <target> : <value>"),
                    Form.of("<target> 's <field> : <value>")),
            List.of(Form.of("<target> :|-> [both|all] <state>")),
            List.of(Form.of("<target> :|-> <list>")),
            List.of(
                    Form.of("its|his|her|their <itsfield> " + SHOULD + " be [now] <value>"),
                    Form.of(THE + " <field> " + OF + " <target> " + SHOULD + "|will be [now] <value>"),
                    Form.of(THE + " <field> " + OF + " <target> " + SHOULD + " read|say [now] <value>"),
                    Form.of(THE + " <field> " + OF
                            + " <target> change|changes|goes|go|drops|drop [up|down] to <value>"),
                    Form.of(
                            THE + " <field> " + OF
                                    + " <target> is|are|gets|get raised|lifted|lowered|dropped|cut|reduced|increased|changed|set to <value>"),
                    Form.of("<target> 's <field> " + SHOULD + "|will be [now] <value>")),
            List.of(
                    Form.of("<target> " + SHOULD + " [now] be [now] <state>"),
                    Form.of("<target> " + SHOULD
                            + " be set|marked|changed|moved|put|flagged|switched to|as|on|into <state>"),
                    Form.of("<target> is|are|has|have to be [set|marked|changed|moved|put] [to|as|on|into] <state>"),
                    Form.of("<target> become|becomes [now] <state>"),
                    Form.of("<target> go|goes|move|moves|change|changes|switch|switches [back] [to|into|on] <state>"),
                    Form.of("<target> come|comes [now|back] in|into|to|on <state>"),
                    Form.of("<target> " + SHOULD + " go|move|change|switch [back] [to|into|on] <state>"),
                    Form.of("<target> are no longer|more <unstate>")),
            List.of(
                    Form.of("<target> should|shall|must|will [now] be <done> by <value>"),
                    Form.of(
                            "<target> should|shall|must|will [now] be assigned|given|handed|passed|transferred|reassigned [over|on] to <person>"),
                    Form.of("<value> becomes|become [the|our] [new] <field> of|for|on <target>"),
                    Form.of("i'll|i’ll be [the] [new] <own> of|for|on <target>"),
                    Form.of("be [the] [new] <own> of|for|on <target>"),
                    Form.of("<target> get|gets [to] the same <same> as <other>"),
                    Form.of("<target> should|shall|must [both|all] have|get the same <same> as <other>"),
                    Form.of("<target> should|shall|must [both|all] be on|in|at the same <same> as <other>"),
                    Form.of("[the] [new] <field> <figure> for|on <target>"),
                    Form.of("[the] [new] <field> for|on <target> <figure>"),
                    Form.of("[a|an] <share> <field> for|to <target>")),
            List.of(Form.of("[a|an|the] <on> for|in|of <target>"), Form.of("no <off> for|in|of <target>")),
            List.of(
                    Form.of("<target> goes|go|comes|come off [the] <removed>"),
                    Form.of("<target> goes|go [back] on [the] <placed>"),
                    Form.of("<target> has|have now been <deed>"),
                    Form.of("<target> has|have been <deed> now")),
            List.of(
                    Form.of(
                            "<target> should|shall|must [both|all] have <value> as [the|their|its|his|her] [new] <field>"),
                    Form.of("<target> [should|shall|must] get|gets <value> as [the] [new] <field>"),
                    Form.of("<target> need|needs|get|gets [a|an|the] [new] <field> of <value>"),
                    Form.of("<target> pay|pays [a|an|the] [new] <field> of <value>"),
                    Form.of("<target> get|gets [the] [new] <list>"),
                    Form.of("<target> " + SHOULD + " have|get [the|a|an] [new] <list>")),
            List.of(
                    Form.of("<target> go|goes to <person>"),
                    Form.of("<person> takes|take over <target>"),
                    Form.of("<person> takes|does|handles <target>"),
                    Form.of("<person> can|will|shall|should|must|'ll take|do|handle|have|get [over] <target>"),
                    Form.of("<person> is taking|doing|handling [over] <target>"),
                    Form.of("<from> hands|passes|gives <target> over|on to <person>"),
                    Form.of("<from> hands|passes over|on <target> to <person>"),
                    Form.of("<value> writes|takes|makes|does|keeps [the] <duty> of|for|at <target>"),
                    Form.of("<target> : <value> writes|takes|makes|does|keeps [the] <duty>"),
                    Form.of("<target> " + SHOULD + " go to <person>")));

    /** What tells of many, where it says which of those there are now: of options alone it may be so in general. */
    private static final List<List<Form>> MANY = List.of(
            List.of(Form.of("<target> is|are [now] [all] [now] <state>")),
            List.of(Form.of("<target> has|have [now] [all] [just] been <deed>")),
            List.of(Form.of("<target> has|have <list>")));

    /** “Most tasks of A-310 are done” does not say which. */
    private static final Set<String> SOME = Set.of("most", "some", "many", "few", "half", "several");

    private static final Set<String> THOSE = Set.of("all", "every", "each", "the", "both", "our", "my");
    private static final Set<String> NO_VALUES =
            Set.of("not", "no", "never", "been", "to", "had", "only", "all", "both", "either", "neither");

    /** What tells of it where a field is named, and one record. */
    private static final List<List<Form>> OF_FIELD = List.of(List.of(
            Form.of(THE + " <field> " + OF + " <target> is|are|= [now] <value>"),
            Form.of("<target> 's <field> is|are|= [now] <value>"),
            Form.of(THE + " <field> " + OF + " <target> " + MOVED + " to <value>"),
            Form.of("<target> 's <field> " + MOVED + " to <value>")));

    /** What tells of it only where one record is called by its name. */
    private static final List<List<Form>> NAMED = List.of(
            List.of(
                    Form.of(THE + " <field> " + OF + " <target> from <old> to <value>"),
                    Form.of(THE + " <field> [of|for|at] <target> <old> -> <value>")),
            List.of(
                    Form.of("its|his|her|their [new] <itsfield> is|are [now] <value>"),
                    Form.of("<value> is|becomes [now] the|our [new] <itsfield> there|of|for [it]"),
                    Form.of("<value> is [now] the|our [new] <field> of|for|on <target>")),
            List.of(
                    Form.of(
                            "<target> is|are|'s [both|all] [now] [back|moved|shifted|switched|transferred] [to|under] <state>"),
                    Form.of("<target> isn't|aren't|isn’t|aren’t [under] <unstate>"),
                    Form.of("<target> is|are no longer [under] <unstate>"),
                    Form.of("<target> is|are [now] <done> by <value>"),
                    Form.of("<target> is|are [now] called|named <title>"),
                    Form.of("<target> has|have|'s [just] been <deed>")),
            List.of(Form.of("no <no> for|in|on|of <target> [anymore]")),
            List.of(
                    Form.of("<target> belongs|belong to <state>"),
                    Form.of("<value> <doing> <target>"),
                    Form.of("<target> should|shall|will <verb> on|at|by <day>"),
                    Form.of("<target> has|have [now] <counted>"),
                    Form.of("of <target> there|we are|is|have [now|only|still] [left] <counted>"),
                    Form.of("<target> takes|take place on|at|in <day>"),
                    Form.of("<target> <verb> on|at|in|by <day>"),
                    Form.of("<target> <verb> [already] on|at|in|by <day> already")),
            List.of(
                    Form.of("<target> <field> [to|=] <value>"),
                    Form.of(THE + " <field> [of|for|at] <target> [:|=|to] <value>"),
                    Form.of("<target> <state>")));

    /** Words of talk about changes. */
    private static final Set<String> TALK =
            Set.of(("might maybe perhaps would could said says told tell think thought hope wish wonder"
                            + " probably possibly almost nearly suppose assume pretend imagine whether if unless when because until never why")
                    .split(" "));

    /** What has been done is so. */
    private static final List<Form> PERFECT = List.of(Form.of("<target> has|have|'s [just] been <deed>"));

    /** Words of a longer story than that of one record. */
    private static final Set<String> STORY =
            Set.of("so was were been yet before than did does what who which that whose i you we".split(" "));

    private static final Set<String> MODAL = Set.of("should", "shall", "must", "become", "becomes");
    private static final Set<String> UNFINISHED = Set.of(
            "that", "which", "who", "whose", "and", "or", "but", "to", "of", "not", "is", "are", "the", "a", "an", ",");
    private static final List<Form> INSTEAD = List.of(
            Form.of("<rest> [,] instead of <old>"),
            Form.of("<rest> , not <old>"),
            Form.of("<rest> rather than <old>"),
            Form.of("<rest> instead"));
    private static final List<Form> CORRECTED = List.of(
            Form.of(
                    "<thing> isn't|isn’t|aren't|aren’t <old> [any|no] [more|longer|anymore] , it|he|she|they is|'s|are <new>"),
            Form.of("<thing> is|are not|no <old> [any|no] [more|longer|anymore] , it|he|she|they is|'s|are <new>"),
            Form.of("<thing> isn't|isn’t|aren't|aren’t <old> [any] [more|longer|anymore] [,] but <new>"),
            Form.of("<thing> isn't|isn’t|aren't|aren’t <old> [,|;] the|its|his|her|their <field> is|are <new>"),
            Form.of("<thing> was|were|is|are typed|entered|written|recorded|noted|taken [in|down] <wrong> [,|;|:|and]"
                    + " it|that|they must|should|has|have [to] be|read|say <new>"),
            Form.of(
                    "<thing> is|was|are|were <wrong> [,|;|:|and] it|that|they must|should|has|have [to] be|read|say <new>"),
            Form.of("<thing> is|was|are|were <wrong> [,|;|:] it|that|they|correct|right is|'s|are <new>"));
    private static final Set<String> WRONG =
            Set.of("wrong", "wrongly", "incorrect", "incorrectly", "mistaken", "false");
    /** “17 not 15”. */
    private static final Form NUMBERED = Form.of("<rest> not <old>");

    private static final int OLD_TOKENS_MAX = 4;

    @Override
    public Optional<Proposal> read(Turn turn) {
        Phrase words = turn.words();
        if (turn.question()
                || words.size() < 2
                || words.startsWithOneOf(UpdateRecordReading.QUESTION_WORDS)
                || UpdateRecordReading.saysChange(turn)) {
            return Optional.empty();
        }
        Phrase said = corrected(withoutOld(turn, words));
        Attempts attempts = new Attempts(turn);
        Optional<Proposal> surely = has(said, TALK) ? Optional.empty() : first(attempts, SURELY, said);
        if (surely.isPresent()) {
            return surely;
        }
        Optional<Proposal> many =
                has(said, TALK) ? Optional.empty() : many(turn, said).or(() -> new ManyDeeds(turn).read(said));
        if (many.isPresent()) {
            return many;
        }
        if (said.tokens().stream().anyMatch(token -> token.isOneOf(MODAL))) {
            return attempts.first().map(unclear -> {
                throw unclear;
            });
        }
        Attempts named = new Attempts(turn);
        boolean perfect = !Form.matches(PERFECT, said).isEmpty();
        if (has(said, TALK) || (has(said, STORY) && !perfect)) {
            return Optional.empty();
        }
        Optional<Proposal> ofField = first(named, OF_FIELD, said);
        if (ofField.isPresent()) {
            return ofField;
        }
        named.onlyNamed();
        Optional<Proposal> read = first(named, NAMED, said);
        if (read.isEmpty() && said.startsWith("no") && named.first().isPresent()) {
            throw named.first().get();
        }
        if (read.isEmpty()
                && named.missesAnId()
                && said.tokens().stream().anyMatch(token -> token.isOneOf(Set.of("is", "are")))) {
            throw named.reason();
        }
        return read;
    }

    private static Optional<Proposal> first(Attempts attempts, List<List<Form>> families, Phrase said) {
        for (List<Form> forms : families) {
            Optional<Proposal> read = attempts.one(Form.matches(forms, said).stream()
                    .filter(match -> !match.has("target") || isFinished(match.the("target")))
                    .filter(match -> !(match.has("on") || match.has("off"))
                            || (match.the("target").startsWithOneOf(Words.EVERY)
                                    && !said.startsWith("no") == match.has("on")))
                    .filter(match -> !families.equals(OF_FIELD) || attempts.meansOne(match.the("target")))
                    .toList());
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }

    /** “All tasks of A-310 are done”, “tasks due next week have high priority”. */
    private static Optional<Proposal> many(Turn turn, Phrase said) {
        Attempts attempts = new Attempts(turn);
        for (List<Form> forms : MANY) {
            Optional<Proposal> read = attempts.one(Form.matches(forms, said).stream()
                    .filter(match -> isFinished(match.the("target")))
                    .filter(match -> Stream.of("list", "state", "deed")
                            .filter(match::has)
                            .noneMatch(part -> match.the(part).startsWithOneOf(NO_VALUES)))
                    .filter(match -> isOfNow(turn, match))
                    .toList());
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }

    /** Whether more is said of several records than by options: whose they are, when, how many. */
    private static boolean isOfNow(Turn turn, Match match) {
        Phrase target = match.the("target");
        if (target.startsWithOneOf(SOME)) {
            return false;
        }
        boolean several =
                target.startsWithOneOf(Words.EVERY) || turn.selections().namesSeveral(target);
        boolean ordered = match.has("deed") && target.startsWith("the");
        Optional<Selection> selection = several || ordered ? selection(turn, target) : Optional.empty();
        boolean one = selection.filter(found -> found.most() == 1).isPresent();
        if (match.has("deed") && (one || !several)) {
            return one && !several;
        }
        return selection
                .filter(found -> found.most() > 1
                        || isOfNow(found, target)
                        || tellsWhen(turn, match)
                        || isOtherThan(turn, found, match))
                .filter(found -> !match.has("list") || !turn.schema().hasField(found.entity(), match.the("list")))
                .isPresent();
    }

    /** “All ground spices are organic now”, “the reports have all been invoiced”: it has become so. */
    private static boolean tellsWhen(Turn turn, Match match) {
        Phrase words = turn.words();
        int end = words.tokens()
                        .indexOf(match.the("target").at(match.the("target").size() - 1))
                + 1;
        Phrase told = end > 0 ? words.from(end) : words.to(0);
        boolean now = told.tokens().stream().anyMatch(token -> token.is("now"));
        boolean all = match.the("target").startsWithOneOf(Words.EVERY)
                || told.tokens().stream().anyMatch(token -> token.is("all"));
        return all && (now || match.has("deed"));
    }

    /** “All new orders are packed”: what cannot be at once has become so. “Confirmed stays are checked in” may be what one does with them. */
    private static boolean isOtherThan(Turn turn, Selection selection, Match match) {
        if (!match.the("target").startsWithOneOf(THOSE)) {
            return false;
        }
        List<State> told = Stream.of("state", "deed")
                .filter(match::has)
                .flatMap(part ->
                        turn.schema().states(selection.entity(), Assignments.withoutNow(match.the(part))).stream())
                .toList();
        return NewValues.one(told)
                .filter(next -> selection.conditions().stream()
                        .anyMatch(part -> part instanceof Filter.Compare compare
                                && compare.comparison() == Comparison.EQ
                                && compare.path().equals(next.field().key())
                                && !next.value().equals(compare.value())))
                .isPresent();
    }

    /** The same of the records alone. */
    static boolean isOfNow(Selection selection, Phrase target) {
        EntityView entity = selection.entity();
        return selection.conditions().stream().flatMap(Filter::comparisons).anyMatch(compare -> entity.field(
                        compare.path())
                .filter(field -> !entity.titleField().equals(Optional.of(field)))
                .filter(field -> isKind(field, compare.value(), target))
                .isEmpty());
    }

    /** Whether it tells of what kind they are or how, and no name of whose or where they are. */
    private static boolean isKind(FieldSpec field, @Nullable Object value, Phrase target) {
        String first = String.valueOf(value).replaceFirst(" .*", "");
        boolean name = first.matches("\\p{Lu}.*")
                && target.tokens().stream().anyMatch(token -> token.text().equals(first));
        boolean text = field.type() == FieldType.TEXT && !name && value != null;
        return text || field.type() == FieldType.CHOICE || field.type() == FieldType.BOOLEAN;
    }

    static Optional<Selection> selection(Turn turn, Phrase target) {
        try {
            return turn.selections().read(target);
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    /** Whether nothing more has to follow; the “A” of “Hall A” is no article. */
    static boolean isFinished(Phrase target) {
        Token last = target.at(target.size() - 1);
        return !last.isOneOf(UNFINISHED) || (last.text().equals("A") && target.size() > 2);
    }

    /** What stands after a colon is a value, whatever it says. */
    private static boolean has(Phrase said, Set<String> words) {
        return said.tokens().stream().takeWhile(token -> !token.is(":")).anyMatch(token -> token.isOneOf(words));
    }

    /** “Its colour isn't pink, it's magenta”: it is what is said last. */
    private static Phrase corrected(Phrase words) {
        return Form.matches(CORRECTED, words).stream()
                .filter(match -> match.has("wrong")
                        ? match.the("wrong").size() == 1
                                && match.the("wrong").at(0).isOneOf(WRONG)
                        : match.the("old").size() <= OLD_TOKENS_MAX)
                .findFirst()
                .map(match -> (match.has("field")
                                ? match.the("thing").then("'s").joined(match.the("field"))
                                : match.the("thing"))
                        .then("is")
                        .joined(match.the("new")))
                .orElse(words);
    }

    /** “180 instead of 150”, “82.5, not 81”: what was before need not be said. */
    private static Phrase withoutOld(Turn turn, Phrase words) {
        return Form.matches(INSTEAD, words).stream()
                .filter(match -> !match.has("old") || isOld(turn, match.the("old")))
                .map(match -> match.the("rest"))
                .findFirst()
                .or(() -> NUMBERED.matches(words).stream()
                        .filter(match -> match.the("old").size() == 1
                                && isNumber(match.the("old").at(0))
                                && isNumber(
                                        match.the("rest").at(match.the("rest").size() - 1)))
                        .map(match -> match.the("rest"))
                        .findFirst())
                .orElse(words);
    }

    /** One value, and none that says something by itself: “called off, not settled, price 0” tells three things. */
    private static boolean isOld(Turn turn, Phrase old) {
        return old.size() <= OLD_TOKENS_MAX
                && old.tokens().stream().noneMatch(Token::isMark)
                && turn.schema().entities().stream()
                        .flatMap(entity -> turn.schema().states(entity, old).stream())
                        .noneMatch(state -> state.field().type() == FieldType.BOOLEAN);
    }

    private static boolean isNumber(Token token) {
        return token.isWord() && token.text().matches("-?\\d.*");
    }
}
