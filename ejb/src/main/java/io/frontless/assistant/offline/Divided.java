package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A condition with what is to be done if it holds, and perhaps if not: “if INV-0089 is over 1000 | mark it as paid | otherwise delete it”. */
record Divided(Phrase condition, boolean unless, Phrase command, Optional<Phrase> other) {

    private static final Form AFTER_UNLESS = Form.of("<command> unless <condition>");
    private static final Form AFTER = Form.of("<command> [only] if <condition>");
    private static final Set<String> ABOUT = Set.of("for", "as", "regarding", "concerning", "about", "on", "with");
    private static final Form SHOULD = Form.of("<thing> be <state>");
    private static final Form SHOULD_HAVE = Form.of("<thing> have <state>");
    private static final Form SHOULD_NOT_BE = Form.of("<thing> not be <state>");
    private static final Set<String> WHEN = Set.of("when", "whenever", "while");
    private static final Set<String> THEN = Set.of(",", "then");
    private static final Set<String> IF_SO = Set.of("if", "yes", "so", "then", ",");
    private static final Set<String> WHO = Set.of("i", "i'll", "i’ll", "we", "we'll", "she", "he", "they", "the");
    private static final Set<String> TIMES = Set.of("double", "triple", "halve", "fill");
    private static final Set<String> IT_IS = Set.of("it's", "it’s", "its");
    private static final Set<String> YES_OR_NO = Set.of("yes", "no");
    private static final Set<String> NO_QUESTION =
            Set.of("is", "are", "was", "were", "does", "do", "did", "will", "has", "have", "should", "can");
    /** “If it isn't, …” also without a comma, where a command follows. */
    private static final List<Form> IF_NOT = List.of(
            Form.of(
                    "if it|he|she|they|that isn't|isn’t|aren't|aren’t|doesn't|doesn’t|don't|don’t|hasn't|hasn’t|haven't|haven’t"
                            + " [so] <rest>"),
            Form.of("if it|he|she|they|that is|are|does|do|has|have not [so] <rest>"),
            Form.of("if it|he|she|they has|have none [,] <rest>"),
            Form.of("if there is|are none [,] <rest>"),
            Form.of("if there isn't|isn’t|aren't|aren’t [any|one] [,] <rest>"));

    private static final Form OTHER_CASE = Form.of("in|for the|any other case [,] <rest>");
    private static final Set<String> ITS = Set.of("its", "his", "her", "their");
    private static final Set<String> BEING = Set.of("is", "are", "was", "were", "has", "have");

    /** “R-0503: unless it is paid, …”: what the condition and what depends on it are about. */
    static Turn topic(Turn turn) {
        Phrase words = turn.words();
        int colon = 1;
        while (colon < words.size() && !words.at(colon).isOneOf(Set.of(":", ","))) {
            colon++;
        }
        Phrase rest = words.from(Math.min(colon + 1, words.size()));
        int start = words.startsWithOneOf(ABOUT) ? words.startsWith("as") ? 2 : 1 : 0;
        boolean about = start < colon && rest.startsWithOneOf(Set.of("if", "unless"));
        return about
                ? turn.targets()
                        .called(words.sub(start, colon), entity -> true)
                        .map(target -> turn.part(
                                rest,
                                target.records().stream()
                                        .map(record ->
                                                new Mention(target.entity().key(), record.id()))
                                        .toList()))
                        .orElse(turn)
                : turn;
    }

    /** The ways to divide a sentence, the shortest condition first; what tells without a verb how it is to be comes last. */
    static List<Divided> ways(Turn turn) {
        Phrase words = turn.words();
        int said = beginning(turn, words);
        int otherwise = otherwise(turn, words);
        Optional<Phrase> other = otherwise < words.size()
                ? Optional.of(withoutMarks(words.from(otherwise + otherwiseTokens(turn, words, otherwise))))
                : Optional.empty();
        Phrase body = ended(ended(words.sub(said, otherwise)).stopless());
        if (said == 0) {
            int question = question(turn);
            return question > 0 ? asked(turn, words, question, otherwise, other) : after(body, other);
        }
        List<Divided> ways = new ArrayList<>();
        List<Divided> told = new ArrayList<>();
        for (int start = 1; start < body.size(); start++) {
            boolean then = body.at(start - 1).isOneOf(Set.of("then", ","));
            boolean here = then || !body.at(start).isOneOf(Set.of("then", ","));
            boolean begins = here && begins(turn, body.from(start));
            boolean its =
                    start > 2 && (body.at(start).isOneOf(ITS) || body.at(start).isOneOf(WHO));
            if (begins || its || (then && !body.at(start).is("then"))) {
                (begins ? ways : told)
                        .add(new Divided(
                                condition(words, ended(body.to(start))),
                                words.startsWith("unless"),
                                body.from(start),
                                other));
            }
        }
        ways.addAll(told);
        return ways;
    }

    private static List<Divided> after(Phrase body, Optional<Phrase> other) {
        List<Divided> ways = new ArrayList<>();
        for (Match match : AFTER.matches(body)) {
            ways.add(new Divided(match.the("condition"), false, ended(match.the("command")), other));
        }
        for (Match match : AFTER_UNLESS.matches(body)) {
            ways.add(new Divided(match.the("condition"), true, ended(match.the("command")), other));
        }
        return ways;
    }

    /** “Has M-903 been paid? If yes put W-62 to waiting, if not …” */
    private static List<Divided> asked(Turn turn, Phrase words, int end, int otherwise, Optional<Phrase> other) {
        int start = end + 1;
        while (start < otherwise && words.at(start).isOneOf(IF_SO)) {
            start++;
        }
        return start < otherwise
                ? List.of(new Divided(
                        told(turn, words.to(end)),
                        false,
                        ended(words.sub(start, otherwise)).stopless(),
                        other))
                : List.of();
    }

    /** What is asked, as it would be told: “M-903 has been paid”, “there are more than two berths free”. */
    private static Phrase told(Turn turn, Phrase question) {
        Phrase rest = question.from(1);
        Optional<Phrase> name = question.startsWithOneOf(BEING)
                ? new NamesIn(turn, rest).all().stream().findFirst()
                : Optional.empty();
        if (name.isPresent()) {
            int whose = rest.tokens().indexOf(name.get().at(0)) + name.get().size();
            int end = fieldEnd(turn, rest, whose);
            return rest.to(end).then(question.at(0).text()).joined(rest.from(end));
        }
        return Comparisons.leading(question).isPresent()
                ? question.to(0).then("there").then("are").joined(question)
                : question;
    }

    /** “Has Sven's licence expired” asks of the licence. */
    private static int fieldEnd(Turn turn, Phrase rest, int whose) {
        boolean possessive = whose + 2 < rest.size() && rest.at(whose).is("'s");
        int field = possessive
                ? turn.schema().entities().stream()
                        .flatMap(entity -> turn.schema().leadingField(entity, rest.from(whose + 1)).stream())
                        .mapToInt(SchemaLinker.Named::length)
                        .max()
                        .orElse(1)
                : 0;
        return possessive ? whose + 1 + field : whose;
    }

    /** “Should the total be above 700” is a condition that it is. */
    private static Phrase condition(Phrase words, Phrase said) {
        return words.startsWith("should")
                ? SHOULD_NOT_BE.matches(said).stream()
                        .findFirst()
                        .map(match -> match.the("thing").then("is").then("not").joined(match.the("state")))
                        .or(() -> SHOULD.matches(said).stream()
                                .findFirst()
                                .map(match -> match.the("thing").then("is").joined(match.the("state"))))
                        .or(() -> SHOULD_HAVE.matches(said).stream()
                                .findFirst()
                                .map(match -> match.the("thing").then("has").joined(match.the("state"))))
                        .orElse(said)
                : said;
    }

    /** How many tokens say that a condition comes first: “if”, “in case”, and “when” where it is said what else. */
    private static int beginning(Turn turn, Phrase words) {
        if (words.startsWithOneOf(Set.of("if", "unless"))) {
            return 1;
        }
        if (words.startsWith("should")) {
            return words.tokens().stream().anyMatch(token -> token.isOneOf(THEN)) ? 1 : 0;
        }
        boolean then = words.tokens().stream().anyMatch(token -> token.isOneOf(THEN));
        boolean when =
                words.startsWithOneOf(WHEN) && words.size() > 2 && !words.at(1).isOneOf(NO_QUESTION);
        return words.startsWithOneOf(WHEN)
                        && (then
                                || otherwise(turn, words) < words.size()
                                || (when
                                        && IntStream.range(2, words.size())
                                                .anyMatch(i -> Commands.begins(turn, words.from(i)))))
                ? 1
                : 0;
    }

    /** Where a question ends that is followed by what is to be done; 0 where none is. */
    private static int question(Turn turn) {
        Phrase words = turn.words();
        int mark = 1;
        while (mark < words.size() && !words.at(mark).is("?")) {
            mark++;
        }
        boolean answered = mark + 2 < words.size()
                && (words.at(mark + 1).is("then")
                        || (words.at(mark + 1).is("if") && words.at(mark + 2).isOneOf(Set.of("yes", "so")))
                        || (begins(turn, words.from(mark + 1))
                                && !new NamesIn(turn, words.to(mark)).all().isEmpty()));
        return answered ? mark : 0;
    }

    private static int otherwise(Turn turn, Phrase words) {
        int at = 0;
        while (at < words.size() && otherwiseTokens(turn, words, at) == 0) {
            at++;
        }
        return at + 1 < words.size() ? at : words.size();
    }

    /** How many tokens say from here that it is not so: “otherwise”, “if not”, “in the other case”, “if it has none”. */
    private static int otherwiseTokens(Turn turn, Phrase words, int at) {
        Token word = words.at(at);
        if (word.isOneOf(Set.of("otherwise", "else"))) {
            return 1;
        }
        if (at < 2 || !word.isOneOf(Set.of("if", "in", "for"))) {
            return 0;
        }
        int ifNot = Conjunctions.ifNot(words, at);
        boolean no = at + 2 < words.size() && word.is("if") && words.at(at + 1).is("no") && isAnswered(words, at);
        return ifNot > 0 ? ifNot : no ? 2 : ifNotSo(turn, words.from(at));
    }

    /** “If yes …, if no …” */
    private static boolean isAnswered(Phrase words, int at) {
        return words.to(at).tokens().stream().anyMatch(token -> token.is("?"))
                && !words.at(at + 2).isOneOf(YES_OR_NO);
    }

    private static int ifNotSo(Turn turn, Phrase rest) {
        return IF_NOT.stream()
                .flatMap(form -> form.matches(rest).stream())
                .map(match -> match.the("rest"))
                .filter(command -> begins(turn, command) || command.startsWithOneOf(IT_IS))
                .findFirst()
                .or(() -> OTHER_CASE.matches(rest).stream().findFirst().map(match -> match.the("rest")))
                .map(command -> rest.size() - command.size())
                .orElse(0);
    }

    static boolean begins(Turn turn, Phrase rest) {
        return Commands.begins(turn, rest)
                || (rest.size() > 1
                        && (Light.isChanging(rest.at(0)) || rest.at(0).isOneOf(TIMES)));
    }

    private static Phrase ended(Phrase phrase) {
        Phrase rest = phrase;
        while (rest.size() > 1 && rest.at(rest.size() - 1).isOneOf(Set.of(",", ";", "and", "then"))) {
            rest = rest.to(rest.size() - 1);
        }
        return rest;
    }

    private static Phrase withoutMarks(Phrase phrase) {
        return phrase.size() > 1 && phrase.startsWith(",") ? phrase.from(1) : phrase;
    }

    /** “Even if” and “if possible” are no conditions. */
    static boolean isConditional(Turn turn) {
        Phrase words = turn.words();
        if (beginning(turn, words) > 0 || question(turn) > 0) {
            return true;
        }
        for (int i = 0; i < words.size(); i++) {
            boolean even = i > 0 && words.at(i - 1).is("even");
            boolean possible = i + 1 < words.size() && words.at(i + 1).is("possible");
            if (words.at(i).isOneOf(Set.of("if", "unless")) && !even && !possible) {
                return true;
            }
        }
        return false;
    }
}
