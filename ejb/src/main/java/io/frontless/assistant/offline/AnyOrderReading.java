package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.assistant.control.Proposal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A change said in any order: “price night ferry 36”, “let yara drive O-507”. Some words name the records; each of the others has to be a field, a value
 * or a word that carries nothing, and all of them have to fit together in one way only.
 */
final class AnyOrderReading implements Reading {

    private static final int TARGET_TOKENS_MAX = 14;

    /** What says that a change is meant, so that it may be about many. */
    private static final Set<String> SURE = Set.of(
            "should", "shall", "must", "now", "become", "becomes", "get", "gets", "go", "goes", ":", "->", "more",
            "less", "higher", "lower");

    /** What begins another kind of sentence: records that are added, a condition, a question. */
    private static final Set<String> OTHERWISE = Set.of(
            "create",
            "new",
            "insert",
            "register",
            "invite",
            "link",
            "undo",
            "redo",
            "should",
            "were",
            "was",
            "had",
            "is",
            "are",
            "has",
            "have",
            "do",
            "does",
            "did",
            "shall");

    private static final Set<String> REMOVING = Set.of("delete", "remove", "erase", "drop", "scrap");
    private static final int BEFORE_MAX = 6;
    private static final Set<String> OURS = Set.of("our", "both", "my");
    private static final Set<String> EACH = Set.of("every", "each");
    private static final Set<String> EVERY = Set.of("all", "every", "each", "the");
    private static final Set<String> THEM =
            Set.of("it", "its", "them", "their", "they", "this", "these", "those", "both", "his", "her", "he", "she");

    private static final Set<String> OBJECTS = Set.of("it", "them", "those", "these", "both");
    private static final Set<String> IT = Set.of("it", "its", "this", "his", "her", "he", "she");
    private static final Set<String> WAS = Set.of("was", "were", "been");
    private static final Set<String> EXPECTED =
            Set.of("supposed", "meant", "due", "expected", "scheduled", "going", "planned", "about");
    private static final Set<String> TOLD = Set.of("was", "were", "been", "yesterday", "ago");

    /** What goes on about the records after their noun: all of it tells which they are. */
    private static final Set<String> GOING_ON = Set.of(
            "of", "in", "at", "for", "with", "from", "that", "which", "who", "whose", "over", "under", "above", "below",
            "between", "without", "and", "or", "&", ",", "except", "but", "not", "due");

    /** A way to part the sentence into its records and the rest. */
    private record Parted(Phrase target, Phrase rest) {

        /** Whether another's records are told by a part of these words. */
        boolean contains(Parted other) {
            return target.size() > other.target.size() && target.tokens().containsAll(other.target.tokens());
        }
    }

    private final boolean likely;

    /** @param likely whether to read what is likely as well as what is certain */
    AnyOrderReading(boolean likely) {
        this.likely = likely;
    }

    @Override
    public Optional<Proposal> read(Turn turn) {
        Phrase words = turn.words();
        if (turn.question() || words.size() < 2 || isOtherwise(turn) || addsRecord(turn)) {
            return Optional.empty();
        }
        // “Write off” says more than either of its words, so the forms alone read it.
        if (turn.isVerb(words.at(0).text() + " " + words.at(1).text())) {
            return Optional.empty();
        }
        Optional<Proposal> named = one(turn, named(turn));
        return named.isPresent() ? named : one(turn, selected(turn));
    }

    /** “Was paid just now”, after the turn that was about it, tells; “was it paid” asks. */
    private static boolean isOtherwise(Turn turn) {
        Phrase words = turn.words();
        boolean told = words.startsWithOneOf(WAS)
                && Words.isPast(words.at(1).text())
                && !turn.request().lastMentioned().isEmpty();
        return words.startsWithOneOf(OTHERWISE) && !told;
    }

    /** “Add member Ravi Sen”: something new, whatever else is said of others. */
    private static boolean addsRecord(Turn turn) {
        return DescribedAdding.isToAdd(turn.words())
                || (turn.words().startsWith("add")
                        && turn.schema().leadingEntity(turn.words().from(1)).isPresent());
    }

    /** The one change that the ways to part the sentence make; what takes in more words as its records is meant before what is inside of it. */
    private Optional<Proposal> one(Turn turn, List<Parted> ways) {
        Map<Parted, Proposal> changes = new LinkedHashMap<>();
        Optional<Unclear> first = Optional.empty();
        for (Parted parted : ways) {
            try {
                change(turn, parted).ifPresent(change -> changes.put(parted, change));
            } catch (Unclear unclear) {
                first = first.or(() -> Optional.of(unclear));
            }
        }
        List<Proposal> widest = changes.entrySet().stream()
                .filter(entry -> changes.keySet().stream().noneMatch(other -> other.contains(entry.getKey())))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        if (widest.size() > 1) {
            throw Unclear.say("This can be read in two ways: %s. Name the field, too."
                    .formatted(SchemaLinker.join(widest.stream()
                            .map(change -> ((Proposal.Change) change).summary())
                            .toList())));
        }
        if (widest.isEmpty() && first.isPresent()) {
            throw first.get();
        }
        return widest.stream().findFirst();
    }

    private Optional<Proposal> change(Turn turn, Parted parted) {
        if (parted.rest().tokens().stream()
                .anyMatch(token -> Light.isDoubtful(token) || token.quoted() || token.is("?"))) {
            return Optional.empty();
        }
        boolean asked =
                parted.rest().tokens().stream().anyMatch(token -> Light.isChanging(token) || Light.isMisspelt(token));
        List<Token> past = parted.rest().tokens().stream().filter(Light::isPast).toList();
        boolean told = !past.isEmpty() && past.stream().allMatch(token -> token.isOneOf(TOLD));
        boolean weShould = Form.of("<before> i|we|you|they|one|he|she should|must <after>")
                                .matches(turn.words())
                                .size()
                        + Form.of("i|we|you|they|one|he|she should|must <after>")
                                .matches(turn.words())
                                .size()
                > 0;
        boolean shouldHave = parted.rest().tokens().stream().anyMatch(token -> token.isOneOf(Set.of("should", "must")))
                && parted.rest().tokens().stream().anyMatch(token -> token.is("been"));
        if ((!past.isEmpty() && !told && !asked) || weShould || shouldHave || wasToBe(turn.words())) {
            return Optional.empty();
        }
        boolean sure = asked
                || begins(turn, parted)
                || parted.rest().tokens().stream().anyMatch(token -> token.isOneOf(SURE))
                || Henceforth.isSaid(turn);
        boolean all = parted.rest().tokens().stream().noneMatch(token -> Words.isPast(token.text()))
                && Henceforth.isOfAll(turn, parted.target());
        Optional<Target> target = parted.target().isEmpty() ? mentioned(turn) : named(turn, parted.target());
        boolean the = parted.target().startsWith("the") && !turn.selections().namesSeveral(parted.target());
        if (target.isEmpty()
                && (sure || the || likely || all)
                && !parted.target().isEmpty()
                && isSeveral(turn, parted.target())) {
            target = turn.targets().find(parted.target(), entity -> true);
        }
        boolean several =
                !parted.target().isEmpty() && named(turn, parted.target()).isEmpty();
        if (several && isRestricted(turn, parted.target())) {
            return Optional.empty();
        }
        boolean goesOn = parted.target().isEmpty() && !asked;
        return target.flatMap(found -> Mentions.of(turn, found.entity(), parted.rest())
                .filter(mentions -> !(mentions.clears() && (several || goesOn || isRemoved(turn, parted.target()))))
                .flatMap(mentions -> {
                    Fitting fitting = new Fitting(turn, found, mentions, several);
                    return fitting.change()
                            .filter(change -> asked || !told || fitting.tellsOneDeed())
                            .filter(change -> !goesOn || fitting.isNamed())
                            .filter(change -> !several
                                    || sure
                                    || the
                                    || likely
                                    || fitting.certainty().isOfFigures())
                            .filter(change -> likely || fitting.certainty().holds());
                }));
    }

    /** “Was to be paid yesterday”: nobody says that it was. */
    private static boolean wasToBe(Phrase words) {
        return IntStream.range(0, Math.max(0, words.size() - 2))
                .filter(i -> words.at(i).isOneOf(WAS))
                .anyMatch(i -> words.at(i + 1).is("to")
                        || (words.at(i + 1).isOneOf(EXPECTED) && words.at(i + 2).is("to")));
    }

    /** “All books he edits”: what follows right behind them tells which. */
    private static boolean isRestricted(Turn turn, Phrase target) {
        int end = target.at(target.size() - 1).end();
        return turn.words().tokens().stream()
                .filter(token -> token.start() >= end)
                .findFirst()
                .filter(Light::isTellingWhich)
                .isPresent();
    }

    /** “Delete her, and …” means the record, and none of its values. */
    private static boolean isRemoved(Turn turn, Phrase target) {
        Phrase words = turn.words();
        int start = target.isEmpty() ? 0 : words.tokens().indexOf(target.at(0));
        int end = start + target.size();
        boolean its = end < words.size()
                && (words.at(end).is("'s")
                        || (target.size() == 1
                                && Pronouns.isPossessive(target.at(0))
                                && words.at(end).isWord()
                                && !Light.isJoining(words.at(end))));
        int verb = start - 1;
        while (verb > 0
                && (Light.isJoining(words.at(verb))
                        || turn.schema().leadingEntity(words.sub(verb, start)).isPresent())) {
            verb--;
        }
        return verb >= 0 && !its && words.at(verb).isOneOf(REMOVING);
    }

    private static boolean isSeveral(Turn turn, Phrase target) {
        return target.startsWithOneOf(EVERY) || turn.selections().namesSeveral(target);
    }

    /** The records of whole names, or those mentioned before; empty for a selection. */
    private static Optional<Target> named(Turn turn, Phrase said) {
        int last = turn.request().lastMentioned().size();
        boolean other = (said.startsWithOneOf(IT) && last > 1) || (said.startsWith("both") && last != 2);
        if (other) {
            return Optional.empty();
        }
        return said.startsWithOneOf(THEM) ? mentioned(turn) : turn.targets().called(said, entity -> true);
    }

    private static Optional<Target> mentioned(Turn turn) {
        int last = turn.request().lastMentioned().size();
        return last == 0
                ? Optional.empty()
                : new Pronouns(turn)
                        .read(Sentence.read(last > 1 ? "them" : "it").words());
    }

    /** Whether the sentence begins as a command does: “start a fraud check”. */
    private static boolean begins(Turn turn, Parted parted) {
        Token first = turn.words().at(0);
        boolean every = turn.words().size() > 1 && turn.words().at(1).isOneOf(Words.EVERY);
        return parted.rest().startsWith(first.text())
                && first.isWord()
                && (every || turn.isVerb(first.text()) || (Words.isDeed(first.text()) && Light.isBeside(first)));
    }

    /** The ways to part it by names of records, or by a word for those mentioned before. */
    private static List<Parted> named(Turn turn) {
        Phrase words = turn.words();
        List<Parted> named = new ArrayList<>();
        for (Phrase name : new NamesIn(turn, words).all()) {
            int start = words.tokens().indexOf(name.at(0));
            if (!isBesideThem(turn, name)) {
                named.add(parted(words, start, start + name.size()));
            }
        }
        for (int i = 0; named.isEmpty() && i < words.size(); i++) {
            boolean counted = i + 1 < words.size()
                    && words.at(i).isOneOf(Set.of("those", "these"))
                    && Amounts.count(words.sub(i + 1, i + 2)).isPresent();
            if (words.at(i).isOneOf(THEM) && !counted) {
                named.add(parted(words, i, i + 1));
            }
        }
        boolean goesOn =
                !turn.request().lastMentioned().isEmpty() && !turn.selections().namesSeveral(words);
        if (named.isEmpty() && (goesOn || Light.isChanging(words.at(0)))) {
            named.add(new Parted(words.to(0), words));
        }
        return named;
    }

    /** Whether “it” is something else: “let Ulla take it”, after a turn about a lesson. */
    private static boolean isBesideThem(Turn turn, Phrase name) {
        List<Mention> last = turn.request().lastMentioned();
        return !last.isEmpty()
                && turn.words().tokens().stream().anyMatch(token -> token.isOneOf(OBJECTS))
                && turn.targets()
                        .called(name, entity -> true)
                        .filter(target ->
                                !target.entity().key().equals(last.get(0).entity()))
                        .isPresent();
    }

    private static Parted parted(Phrase words, int start, int end) {
        return new Parted(words.sub(start, end), words.to(start).joined(words.from(end)));
    }

    /** The ways to part it by a noun of several. */
    private static List<Parted> selected(Turn turn) {
        Phrase words = turn.words();
        List<Parted> ways = new ArrayList<>();
        for (int noun = 0; noun < words.size(); noun++) {
            int from = noun;
            boolean thing =
                    words.at(noun).isOneOf(Set.of("everything", "everyone", "everybody", "whatever", "whoever"));
            int length = thing
                    ? 1
                    : turn.schema()
                            .leadingEntity(words.from(noun))
                            .map(SchemaLinker.Named::length)
                            .orElseGet(() -> kind(turn, words, from));
            for (int start = thing ? noun : Math.max(0, noun - BEFORE_MAX); length > 0 && start <= noun; start++) {
                for (int end = noun + length; end <= Math.min(words.size(), start + TARGET_TOKENS_MAX); end++) {
                    Phrase target = words.sub(start, end);
                    boolean given =
                            words.sub(noun + length, end).tokens().stream().anyMatch(token -> token.is("as"));
                    if (given
                            || !isWhole(words, end)
                            || isTheirs(words, noun, start)
                            || isCounted(words, start)
                            || isDescribed(turn, words, start)) {
                        continue;
                    }
                    if (thing || target.startsWithOneOf(EVERY) || isPlural(words.at(noun + length - 1))) {
                        ways.add(parted(words, start, end));
                    }
                }
            }
        }
        return ways;
    }

    /** “Each meeting room”, where spaces are meeting rooms or something else; before a table's own noun it only tells how its records are. */
    private static int kind(Turn turn, Phrase words, int noun) {
        boolean each = noun > 0 && words.at(noun - 1).isOneOf(EACH);
        boolean led = noun > 0
                && (words.at(noun - 1).isOneOf(EVERY) || words.at(noun - 1).isOneOf(OURS));
        return led && words.at(noun).isWord()
                ? new Kinds(turn)
                        .leading(words.from(noun), each)
                        .map(SchemaLinker.Named::length)
                        .filter(length -> turn.schema()
                                .leadingEntity(words.from(noun + length))
                                .isEmpty())
                        .orElse(0)
                : 0;
    }

    /** Whether what tells which records are meant does not go on. */
    private static boolean isWhole(Phrase words, int end) {
        Token last = words.at(end - 1);
        boolean unfinished = last.isOneOf(GOING_ON) || last.is("'s") || Light.isJoining(last) || last.isMark();
        return !unfinished
                && (end == words.size()
                        || !(words.at(end).isOneOf(GOING_ON) || words.at(end).is("'s")));
    }

    /** “3 members” are so many, and the number is no value of theirs. */
    private static boolean isCounted(Phrase words, int start) {
        return start > 0
                && !words.at(start).isOneOf(EVERY)
                && Amounts.count(words.sub(start - 1, start)).isPresent();
    }

    /** “Graded loads are all paid”: how those are that are meant, and not how they are to be. */
    private static boolean isDescribed(Turn turn, Phrase words, int start) {
        return start == 1
                && turn.schema()
                        .leadingEntity(words.from(1))
                        .filter(found -> State.leading(turn.schema(), found.thing(), words.to(1)) == 1)
                        .isPresent();
    }

    /** “All his tasks” are not all tasks. */
    private static boolean isTheirs(Phrase words, int noun, int start) {
        return words.sub(Math.max(0, noun - BEFORE_MAX), start).tokens().stream()
                .anyMatch(Pronouns::isPossessive);
    }

    private static boolean isPlural(Token noun) {
        String word = noun.text().toLowerCase(Locale.ROOT);
        return !word.equals(Names.singular(word));
    }
}
