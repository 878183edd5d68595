package io.frontless.assistant.offline;

import io.frontless.assistant.offline.Told.Kind;
import io.frontless.operation.FieldType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A word beside a change that says nothing of the record: who has done it (“the lab has tested U-901”), what it was done to (“the contract for it was signed”),
 * whose relative somebody is, or what is to be noted (“please enter status and date”).
 */
record ToldBystander(Turn turn, ToldState state, Told told) {

    private static final Set<String> DETERMINERS = Set.of("the", "our", "their", "his", "her", "a");
    private static final Set<String> OF = Set.of("of", "for");
    private static final Set<String> BETWEEN = Set.of("has", "have", "just", "now", "finally", "already", "also");
    private static final Set<String> RELATIVES = Words.listed(
            "mother mum mom father dad parents parent guardian wife husband partner daughter son office secretary company family");

    /** What is noted where. */
    private static final Set<String> NOTED =
            Words.listed("box list system record records file table database tick checkbox register books status");

    /** What is signed or paid where that is told of something else. */
    private static final Map<String, Set<String>> OBJECTS = Map.of(
            "sign", Words.listed("contract agreement paperwork papers document documents form forms deal"),
            "pay", Words.listed("money payment amount"),
            "settle", Words.listed("money payment amount"));

    private static final Set<String> CASES = Words.listed("case thing one affair matter");
    private static final Set<String> SPANS = Set.of("night", "week", "month", "weekend", "noon");
    private static final Set<String> BEFORE_SPANS = Set.of("last", "at", "this", "over", "the");

    boolean isPassedOver() {
        return isDoer()
                || isObject()
                || isRelative()
                || isNoted()
                || isSpan()
                || isNoun()
                || isNext()
                || isWish()
                || isSameDeed();
    }

    /** “The deposit for bill 4102 was paid”: not the bill. */
    boolean isThing() {
        return told.at() > 0
                && words().at(told.at() - 1).isOneOf(DETERMINERS)
                && told.end() + 1 < words().size()
                && words().at(told.end()).isOneOf(OF)
                && state.subject().words().get(told.end() + 1);
    }

    /** “The lab has tested U-901”, “the chef has signed for it”. */
    private boolean isDoer() {
        int start = clauses().start(told.at());
        int end = told.end();
        int before = told.at() - 1;
        while (before >= start && words().at(before).isOneOf(DETERMINERS)) {
            before--;
        }
        boolean led =
                before < told.at() - 1 && (before < start || words().at(before).is("and"));
        while (end < words().size() && words().at(end).isOneOf(BETWEEN)) {
            end++;
        }
        int verb = end;
        return led
                && state.used().stream()
                        .anyMatch(used -> used.at() == verb
                                && (used.is(Kind.VALUE) || used.is(Kind.FIELD))
                                && Words.isPast(words().at(verb).text()));
    }

    /** “The contract for Paper Tigers was signed”. */
    private boolean isObject() {
        return used().filter(used -> Words.isPast(words().at(used.at()).text()))
                .flatMap(used -> Words.bases(words().at(used.at()).word()))
                .anyMatch(deed -> words().at(told.at()).isOneOf(OBJECTS.getOrDefault(deed, Set.of())));
    }

    /** “The next inspection is due”, of a day by which it is. */
    private boolean isNext() {
        return words().at(told.at()).is("next")
                && state.used().stream()
                        .anyMatch(used -> used.is(Kind.FIELD)
                                && used.fields().stream().allMatch(Roles::isDue)
                                && used.at() > told.at()
                                && clauses().of(used.at()) == clauses().of(told.at()));
    }

    /** “Was settled today, record it as paid”; “was in our account”. */
    private boolean isSameDeed() {
        Token word = words().at(told.at());
        return state.used().stream()
                .filter(used -> used.is(Kind.VALUE))
                .map(used -> words().at(used.end() - 1))
                .anyMatch(deed -> (Words.isPast(word.text()) && ToldFigures.areOneDeed(word, deed))
                        || (word.is("account") && Words.isFormOf(deed.text(), OBJECTS.keySet())));
    }

    /** “Has asked not to receive the newsletter”. */
    private boolean isWish() {
        return words().at(told.at()).is("asked")
                && state.used().stream().anyMatch(used -> used.is(Kind.EVENT) && used.at() == told.end());
    }

    /** “Emil Roth's mother signed the consent”: where only a yes-or-no field is told of, for her address would be her own. */
    private boolean isRelative() {
        return told.at() > 1
                && words().at(told.at()).isOneOf(RELATIVES)
                && words().at(told.at() - 1).is("'s")
                && state.subject().words().get(told.at() - 2)
                && state.used().stream()
                        .allMatch(used -> used.fields().stream().allMatch(field -> field.type() == FieldType.BOOLEAN));
    }

    /** “Please tick that box”, and the date where one is given. */
    private boolean isNoted() {
        boolean date = words().at(told.at()).isOneOf(Set.of("date"))
                && state.used().stream()
                        .filter(used -> used.is(Kind.FIGURE))
                        .flatMap(used -> used.fields().stream())
                        .anyMatch(field -> Roles.isDate(field) && state.isGiven(field));
        return date || (words().at(told.at()).isOneOf(NOTED) && clauses().of(told.at()) > 0);
    }

    /** “Last night”, where only a yes-or-no field is told of. */
    private boolean isSpan() {
        return told.at() > 0
                && words().at(told.at()).isOneOf(SPANS)
                && words().at(told.at() - 1).isOneOf(BEFORE_SPANS)
                && used().allMatch(used -> used.fields().stream().allMatch(field -> field.type() == FieldType.BOOLEAN));
    }

    /** “Is no home game”, “is an active host family”: what it is, behind how it is. */
    private boolean isNoun() {
        List<Told> before = used().filter(used -> used.is(Kind.VALUE) && used.end() <= told.at())
                .filter(used -> used.fields().stream().allMatch(field -> field.type() == FieldType.BOOLEAN))
                .filter(used -> !Words.isPast(words().at(used.end() - 1).text()))
                .filter(this::isOneOfThem)
                .toList();
        return before.stream()
                .anyMatch(used -> words().sub(used.end(), told.end()).tokens().stream()
                                .allMatch(token -> token.text().matches("\\p{Ll}{3,}[.]?") && !Light.isJoining(token))
                        && told.end() - used.end() <= 2
                        && isEnd());
    }

    private boolean isOneOfThem(Told used) {
        return words().at(used.at()).isOneOf(DETERMINERS)
                || words().at(used.at()).is("an")
                || (used.at() > 0
                        && (words().at(used.at() - 1).isOneOf(Set.of("a", "an"))
                                || words().at(used.at() - 1).isOneOf(ToldWords.NOT)));
    }

    /** Nothing but a word for when stands behind it in its clause. */
    private boolean isEnd() {
        return clauses()
                .words(clauses().of(told.at()))
                .filter(i -> i >= told.end())
                .mapToObj(words()::at)
                .allMatch(token -> token.isMark()
                        || Light.isJoining(token)
                        || turn.schema().hasEntity(token.text())
                        || words().at(told.end() - 1).isOneOf(CASES));
    }

    private Stream<Told> used() {
        return state.used().stream()
                .filter(used -> clauses().of(used.at()) == clauses().of(told.at()));
    }

    private Phrase words() {
        return state.words();
    }

    private ToldClauses clauses() {
        return state.clauses();
    }
}
