package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.assistant.control.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A request with a story before it or a reason after it: “B-308 was dumped long ago, please remove it”, “halve the credit limit of Teknomax, they pay
 * late”. The story tells what “it” is; what it tells beside is not done.
 */
final class StoryReading implements Reading {

    private static final Set<String> ENDS = Set.of(",", ";", "so", "because", "since", "as", "and", "-", "–", "(", ")");

    static final Set<String> THEM = Set.of(
            "it", "its", "them", "their", "they", "this", "these", "those", "both", "his", "her", "him", "there");

    /** What takes a request back rather than giving a reason for it. */
    private static final Set<String> RETRACTING = Set.of(
            "not",
            "no",
            "never",
            "wait",
            "but",
            "or",
            "maybe",
            "perhaps",
            "think",
            "unless",
            "if",
            "instead",
            "nevermind",
            "except",
            "don't",
            "ignore",
            "forget",
            "actually",
            "rather",
            "only",
            "first",
            "until",
            "when",
            "should",
            "otherwise",
            "else",
            "joke",
            "joking",
            "kidding",
            "example",
            "dream",
            "too",
            "well",
            "shall",
            "must",
            "let");

    /** What is excepted is no story. */
    private static final List<Form> EXCEPT = List.of(
            Form.of("besides|except|excepting|excluding <other> , <rest>"),
            Form.of("apart|aside from <other> , <rest>"),
            Form.of("with the exception of <other> , <rest>"));

    private static final Set<String> REMOVING = Set.of("remove", "delete", "erase");
    private static final Set<String> EITHER = Set.of("either", "neither", "each", "one");
    private static final Set<String> THERE = Set.of("record.update", "record.delete");
    private static final Set<String> CALLING = Set.of("call", "phone", "write", "mail", "agree", "confirm");
    private static final Set<String> ASKING = Set.of("do", "enforce", "please", "ensure", "arrange", "go");
    private static final Set<String> SO = Set.of("rule", "like", "way", "happen", "sure", "accordingly", "right");
    private static final int ASKING_TOKENS_MAX = 6;

    private final Function<Turn, Optional<Proposal>> one;

    /** @param one reads a request without a story */
    StoryReading(Function<Turn, Optional<Proposal>> one) {
        this.one = one;
    }

    @Override
    public Optional<Proposal> read(Turn turn) {
        if (turn.question() || turn.words().tokens().stream().anyMatch(token -> token.quoted() || token.is("?"))) {
            return Optional.empty();
        }
        List<Phrase> parts = parts(turn.words());
        if (!Form.matches(EXCEPT, turn.words()).isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; parts.size() > 1 && i < parts.size(); i++) {
            boolean tells = parts.subList(0, i).stream()
                    .noneMatch(
                            part -> begins(turn, part) || isDoubtful(part) || new Telling(turn, part).tellsOfChange());
            boolean reasons = parts.subList(i + 1, parts.size()).stream().allMatch(part -> isReason(turn, part));
            Optional<Proposal> read = tells && reasons && (begins(turn, parts.get(i)) || isAboutIt(i, parts.get(i)))
                    ? request(turn, parts, i)
                    : Optional.empty();
            if (read.isPresent()) {
                return read;
            }
        }
        return parts.size() > 1 ? statement(turn, parts) : Optional.empty();
    }

    /** “Forklift hit 50114, it's damaged.” */
    private static boolean isAboutIt(int at, Phrase part) {
        return at > 0 && part.startsWithOneOf(Set.of("it", "it's", "it’s", "they", "its", "their"));
    }

    private Optional<Proposal> request(Turn turn, List<Phrase> parts, int at) {
        Phrase request = withObject(request(parts.get(at)));
        boolean them = request.tokens().stream().anyMatch(token -> token.isOneOf(THEM)) || namesTheOne(turn, request);
        List<Phrase> story = parts.subList(0, at);
        // “Forklift Safety costs 440, and its sessions have 8 seats”: two changes, and no story before one.
        boolean both = !begins(turn, parts.get(at))
                && story.stream()
                        .anyMatch(part -> tried(turn.part(part, List.of())).isPresent());
        if (both) {
            return Optional.empty();
        }
        List<Mention> about = at == 0 || !them ? List.of() : about(turn, story);
        boolean goesOn = at > 0 && them && about.isEmpty() && goesOn(turn, story);
        Optional<Turn> ofPerson =
                at > 0 && about.isEmpty() && !goesOn ? ofPerson(turn, story, request) : Optional.empty();
        if (ofPerson.isPresent()) {
            return tried(ofPerson.get());
        }
        boolean apart = !them && story.stream().allMatch(part -> isMereReason(turn, part));
        return at > 0 && about.isEmpty() && !goesOn && !apart
                ? Optional.empty()
                : tried(turn.part(request, about))
                        .filter(read -> !(read instanceof Proposal.Change change
                                && new ToldBeside(turn, story, about).isMoreThan(change)));
    }

    /** “Nils is off sick. Give his functions to Greta”: whose they are, where the story begins with somebody that is known and names nobody else. */
    private static Optional<Turn> ofPerson(Turn turn, List<Phrase> story, Phrase request) {
        List<Token> whose =
                request.tokens().stream().filter(Pronouns::isPossessive).toList();
        Phrase told = story.get(0);
        Optional<KnownPeople.Known> known =
                whose.size() == 1 && told.at(0).text().matches("\\p{Lu}.*")
                        ? new KnownPeople(turn).leading(told)
                        : Optional.empty();
        boolean alone = known.filter(who -> story.size() == 1 && isWithoutName(told.from(who.tokens())))
                .isPresent();
        return alone
                ? known.map(who -> {
                    String sentence = request.sentence();
                    String said = sentence.substring(
                                    request.at(0).start(), whose.get(0).start())
                            + who.name()
                            + "'s"
                            + sentence.substring(
                                    whose.get(0).end(),
                                    request.at(request.size() - 1).end());
                    return new Turn(
                            Sentence.read(said).words(),
                            false,
                            turn.request().saying(said),
                            turn.schema(),
                            turn.effort());
                })
                : Optional.empty();
    }

    /** “A-910 is a duplicate, remove”: it is meant. */
    private static Phrase withObject(Phrase request) {
        return request.size() == 1 && request.startsWithOneOf(REMOVING) ? request.then("it") : request;
    }

    /** “It ended in June, so terminate it”: the story is about what was mentioned before, and names nothing else. */
    private static boolean goesOn(Turn turn, List<Phrase> story) {
        return !turn.request().lastMentioned().isEmpty()
                && mentions(turn, story.get(0))
                && story.stream().noneMatch(part -> new Telling(turn, part).tellsOfDoer())
                && story.stream()
                        .allMatch(part -> new NamesIn(turn, part).all().isEmpty() && isWithoutName(part.from(1)));
    }

    /** “No luck with either”, but not “Elena told them”. */
    private static boolean mentions(Turn turn, Phrase part) {
        boolean named = part.at(0).text().matches("\\p{Lu}.*") && !Light.isJoining(part.at(0));
        return part.startsWithOneOf(THEM)
                || (!named
                        && !Commands.namesAnything(turn, part.from(1))
                        && part.tokens().stream().anyMatch(token -> token.isOneOf(THEM) || token.isOneOf(EITHER)));
    }

    private static boolean isWithoutName(Phrase part) {
        return part.tokens().stream()
                .noneMatch(token -> token.text().matches("\\p{Lu}.*")
                        && Dates.month(token.text().toLowerCase(Locale.ROOT)).isEmpty());
    }

    /** “Priya is ill, Camille Roy does Kids' Safari”: what is told beside names nothing of the workspace, and what only asks for it says no more. */
    private Optional<Proposal> statement(Turn turn, List<Phrase> parts) {
        int first = 0;
        int last = parts.size() - 1;
        while (first < last
                && isBeside(turn, parts.get(first))
                && !new Telling(turn, parts.get(first)).tellsOfChange()) {
            first++;
        }
        while (last > first && isBeside(turn, parts.get(last))) {
            last--;
        }
        if (last - first + 1 == parts.size()) {
            return Optional.empty();
        }
        int start = turn.words().tokens().indexOf(parts.get(first).at(0));
        return tried(turn.part(
                turn.words()
                        .sub(start, start + length(turn.words(), parts, first, last))
                        .stopless(),
                List.of()));
    }

    private static int length(Phrase words, List<Phrase> parts, int first, int last) {
        Phrase end = parts.get(last);
        return words.tokens().indexOf(end.at(0))
                + end.size()
                - words.tokens().indexOf(parts.get(first).at(0));
    }

    private static boolean isBeside(Turn turn, Phrase part) {
        return isReason(turn, request(part)) || isAsking(turn, request(part));
    }

    /** “Make that a rule”, “fix that please”, “mark them like this”: what was said is to be done, and nothing else. */
    private static boolean isAsking(Turn turn, Phrase part) {
        return !part.isEmpty()
                && part.size() <= ASKING_TOKENS_MAX
                && part.from(1).tokens().stream().allMatch(token -> Light.isJoining(token) || token.isOneOf(SO))
                && (Light.isChanging(part.at(0)) || part.startsWithOneOf(ASKING))
                && part.tokens().stream().anyMatch(token -> token.isOneOf(THEM) || token.is("that") || token.is("so"))
                && part.tokens().stream().noneMatch(token -> token.isOneOf(RETRACTING))
                && isWithoutName(part.from(1))
                && !Commands.namesAnything(turn, part);
    }

    private Optional<Proposal> tried(Turn turn) {
        try {
            return one.apply(turn).filter(StoryReading::isOfRecordsThere);
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    /** What is left out of a description of something new would be missing in it. */
    private static boolean isOfRecordsThere(Proposal proposal) {
        return proposal instanceof Proposal.Change change
                && change.steps().stream().allMatch(step -> THERE.contains(step.op()));
    }

    /** The records that the story is about: of one name, or the several that it begins with. */
    private static List<Mention> about(Turn turn, List<Phrase> story) {
        List<Mention> found = new ArrayList<>();
        for (Phrase part : story) {
            for (Phrase name : new NamesIn(turn, part).all()) {
                turn.targets().called(name, entity -> true).ifPresent(target -> found.addAll(mentions(target)));
            }
            if (found.isEmpty() && isOfOneNumber(story)) {
                numbered(turn, part).ifPresent(target -> found.addAll(mentions(target)));
            }
        }
        for (int end = story.get(0).size(); found.isEmpty() && end > 1; end--) {
            Phrase several = story.get(0).to(end);
            if (turn.selections().namesSeveral(several)) {
                selected(turn, several).ifPresent(target -> found.addAll(mentions(target)));
            }
        }
        return found.stream().map(Mention::entity).distinct().count() == 1
                ? found.stream().distinct().toList()
                : List.of();
    }

    /** “Spot 207 is over”, of S-207: a number after the noun of its table. */
    private static Optional<Target> numbered(Turn turn, Phrase part) {
        Phrase said = part.bare();
        int noun = turn.schema()
                .leadingEntity(said)
                .map(SchemaLinker.Named::length)
                .orElse(0);
        boolean number = noun > 0 && noun < said.size() && said.at(noun).text().matches("\\d+");
        return number ? selected(turn, said.to(noun + 1)).filter(Target::isOne) : Optional.empty();
    }

    private static boolean isOfOneNumber(List<Phrase> story) {
        return story.stream()
                        .flatMap(part -> part.tokens().stream())
                        .filter(token -> token.text().matches(".*\\d.*"))
                        .count()
                == 1;
    }

    private static Optional<Target> selected(Turn turn, Phrase phrase) {
        try {
            return turn.targets().find(phrase, entity -> true);
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    private static List<Mention> mentions(Target target) {
        return target.records().stream()
                .map(record -> new Mention(target.entity().key(), record.id()))
                .toList();
    }

    /** A clause without what leads over to it and the full stop after it. */
    private static Phrase request(Phrase part) {
        return Courtesies.without(part).stopless();
    }

    private static boolean begins(Turn turn, Phrase clause) {
        Phrase part = withObject(request(clause));
        return Commands.begins(turn, part)
                || (part.size() > 2 && part.startsWith("away") && part.at(1).is("with"))
                || (part.size() > 1 && Light.isChanging(part.at(0)))
                || (!part.isEmpty() && UpdateRecordReading.saysChange(turn.part(part, List.of())));
    }

    private static boolean isDoubtful(Phrase part) {
        return part.tokens().stream()
                .anyMatch(token -> token.isOneOf(Set.of("if", "unless", "whether", "suppose", "imagine", "?")));
    }

    /** What names nothing of the workspace and takes nothing back; a word alone, as of “Theo and Wanda share Bruno”, is no clause. */
    private static boolean isReason(Turn turn, Phrase part) {
        boolean clause = part.size() > 1 || (part.size() == 1 && Light.carriesNothing(part.at(0)));
        return clause
                && !begins(turn, part)
                && !new Telling(turn, part).tellsMore()
                && part.tokens().stream().noneMatch(token -> token.isOneOf(RETRACTING) || isTalk(token))
                && part.from(1).tokens().stream()
                        .noneMatch(token -> token.text().matches("\\p{Lu}.*"))
                && new NamesIn(turn, part).all().isEmpty()
                && !Commands.namesAnything(turn, part);
    }

    /** “The boat” is the one that the story is about. */
    private static boolean namesTheOne(Turn turn, Phrase request) {
        return IntStream.range(0, request.size() - 1)
                .anyMatch(i -> request.at(i).is("the")
                        && turn.schema()
                                .leadingEntity(request.from(i + 1))
                                .filter(named -> named.length() == 1
                                        && !turn.selections().namesSeveral(request.sub(i + 1, i + 2)))
                                .isPresent());
    }

    /** “Fuel is so expensive” names no record, value or number, though perhaps a field. */
    private static boolean isMereReason(Turn turn, Phrase part) {
        Phrase said = request(part);
        return said.size() > 1
                && !new Telling(turn, said).tellsOfDoer()
                && !new Telling(turn, said).tellsWhen()
                && said.tokens().stream()
                        .noneMatch(token -> token.isOneOf(RETRACTING)
                                || isTalk(token)
                                || token.quoted()
                                || token.text().matches(".*\\d.*"))
                && isWithoutName(said.from(1))
                && new NamesIn(turn, said).all().isEmpty()
                && IntStream.range(0, said.size()).noneMatch(i -> turn.schema().entities().stream()
                        .anyMatch(entity -> State.leading(turn.schema(), entity, said.from(i)) > 0));
    }

    /** Who says or thinks what stands beside, may not be who wants it. */
    private static boolean isTalk(Token token) {
        return Words.isTalk(token.text()) && !Light.isChanging(token) && !Words.isFormOf(token.text(), CALLING);
    }

    /** The clauses, without what leads over to them. */
    private static List<Phrase> parts(Phrase words) {
        List<Phrase> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= words.size(); i++) {
            boolean stop = i > start && i < words.size() && isStop(words.at(i - 1));
            if (i == words.size() || stop || words.at(i).isOneOf(ENDS)) {
                if (i > start) {
                    parts.add(words.sub(start, i));
                }
                start = stop && !words.at(i).isOneOf(ENDS) ? i : i + 1;
            }
        }
        return parts.stream().filter(part -> !part.isEmpty()).toList();
    }

    /** A full stop, other than that of “Dr.” */
    private static boolean isStop(Token token) {
        return token.is("!") || (token.isWord() && token.text().matches("(\\p{Ll}.*|.*\\d.*)\\."));
    }
}
