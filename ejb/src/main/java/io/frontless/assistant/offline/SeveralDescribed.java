package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Several new records, each with a description of its own after its name: “add two fitters: Tom Regen, plumber, and Lia Kost, apprentice”. A comma may part
 * them as well as what is told of one, so it is said how many there are, or “and” or a semicolon parts them.
 */
record SeveralDescribed(Turn turn, Phrase words) {

    private static final List<Form> FORMS = List.of(
            Form.of("we|i have|need|want|hired|employed|bought|got|signed|expect [got|up] <some>"),
            Form.of("we've|we’ve|i've|i’ve [got|hired|bought|employed|signed] [up] <some>"),
            Form.of("there are <some>"),
            Form.of("<adding> <some>"),
            Form.of("<some>"));

    private static final Set<String> ADDING = Set.of("add", "create", "insert", "enter", "register", "record", "new");
    private static final Set<String> MORE = Set.of("new", "more", "additional", "further", "extra");
    private static final Set<String> BETWEEN =
            Set.of("please", "pls", ":", ",", "to", "add", "called", "namely", "-", "–");
    private static final Set<String> JOINS = Set.of(",", "and", ";", "&");
    /** What is told of all of them. */
    private static final Set<String> SHARED = Set.of("each", "both", "all");

    private static final Set<String> SURE = Set.of("and", ";", "&");
    private static final int STARTS_MAX = 8;

    /** The records that are added; empty where it is not clear which is told of which. */
    Optional<Proposal> read() {
        for (Match match : Form.matches(FORMS, words)) {
            boolean adds = match.has("adding")
                    && match.the("adding").size() == 1
                    && match.the("adding").startsWithOneOf(ADDING);
            Optional<Proposal> read = match.has("adding") && !adds
                    ? Optional.empty()
                    : read(match.the("some"), adds || match.the("some").size() < words.size());
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }

    /** “Two instructors” alone may be anything; “two new instructors” are added. */
    private Optional<Proposal> read(Phrase some, boolean asked) {
        int more = 0;
        boolean counted = Amounts.count(some).isPresent() && some.at(0).isWord();
        int at = counted ? 1 : 0;
        while (at + more < some.size() && some.at(at + more).isOneOf(MORE)) {
            more++;
        }
        boolean asks = more > 0 || asked;
        return asks && (counted || more > 0 || some.size() < words.size())
                ? NewThing.leading(turn, some.to(at).joined(some.from(at + more)))
                        .filter(thing -> thing.several() && thing.names().isEmpty())
                        .flatMap(this::read)
                : Optional.empty();
    }

    private Optional<Proposal> read(NewThing thing) {
        Phrase told = thing.described();
        int begin = 0;
        while (begin < told.size() && told.at(begin).isOneOf(BETWEEN)) {
            begin++;
        }
        Phrase said = told.from(begin);
        List<Integer> starts = IntStream.range(0, said.size())
                .filter(i -> (i == 0 || said.at(i - 1).isOneOf(JOINS)) && isName(said.from(i)))
                .boxed()
                .toList();
        boolean shared = said.tokens().stream().anyMatch(token -> token.isOneOf(SHARED));
        boolean begins = !shared && (begin > 0 || thing.count().isPresent());
        return !begins || starts.isEmpty() || starts.get(0) > 0 || starts.size() > STARTS_MAX
                ? Optional.empty()
                : groups(thing, said, starts, List.of()).map(groups -> all(thing, groups));
    }

    private static boolean isName(Phrase rest) {
        return !NameList.leading(rest).names().isEmpty();
    }

    /** One description, and its values. */
    private record Group(Phrase said, Values values) {}

    /** The descriptions from the first of these places on, each of which can be understood. */
    private Optional<List<Group>> groups(NewThing thing, Phrase said, List<Integer> starts, List<Group> before) {
        int start = starts.get(0);
        for (int next = 1; next <= starts.size(); next++) {
            boolean last = next == starts.size();
            int end = last ? said.size() : starts.get(next);
            if (!last && !parts(thing, said, start, end)) {
                continue;
            }
            Phrase part = ended(said.sub(start, end));
            Optional<Values> values = DescribedAdding.one(turn, thing, part, said.to(0));
            List<Group> groups = new ArrayList<>(before);
            values.ifPresent(found -> groups.add(new Group(part, found)));
            Optional<List<Group>> all = values.isEmpty()
                    ? Optional.empty()
                    : last
                            ? Optional.of(groups).filter(found -> isAll(thing, found))
                            : groups(thing, said, starts.subList(next, starts.size()), groups);
            if (all.isPresent()) {
                return all;
            }
        }
        return Optional.empty();
    }

    private static boolean isAll(NewThing thing, List<Group> groups) {
        return groups.size() > 1 && thing.count().orElse(groups.size()) == groups.size();
    }

    /** Whether one of them surely ends before a place, or it is known how many there are. */
    private static boolean parts(NewThing thing, Phrase said, int start, int end) {
        int join = end - 1;
        boolean sure = false;
        while (join > start && said.at(join).isOneOf(JOINS)) {
            sure |= said.at(join).isOneOf(SURE);
            join--;
        }
        return sure || thing.count().isPresent();
    }

    private static Phrase ended(Phrase part) {
        Phrase rest = part;
        while (rest.size() > 1 && rest.at(rest.size() - 1).isOneOf(JOINS)) {
            rest = rest.to(rest.size() - 1);
        }
        return rest;
    }

    private Proposal all(NewThing thing, List<Group> groups) {
        Steps steps = new Steps(turn.request().records());
        groups.forEach(group -> steps.add(
                (Proposal.Change) CreateRecordReading.added(turn, thing.entity(), group.values(), group.said())));
        return steps.proposal();
    }
}
