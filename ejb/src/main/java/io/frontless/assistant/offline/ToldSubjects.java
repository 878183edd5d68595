package io.frontless.assistant.offline;

import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** The records that a sentence may be about: those it names, those it describes, and those that the turn before was about. */
record ToldSubjects(Turn turn, ToldClauses clauses) {

    private static final int BEFORE_MAX = 8;
    private static final int AFTER_MAX = 14;
    private static final int NAMED_TOKENS_MAX = 3;
    private static final Set<String> JOINS = Set.of("and", ",", "plus", "+", "&", "both", "also");
    private static final Set<String> DETERMINERS = Set.of(
            "the",
            "all",
            "any",
            "each",
            "every",
            "both",
            "whichever",
            "those",
            "our",
            "these",
            "whatever",
            "everything");

    /** What can follow the words that tell which records are meant. */
    private static final Set<String> ENDS = Set.of(
            ",", ";", ":", ")", "-", "–", "!", "->", "=", "is", "are", "isn't", "aren't", "should", "shall", "must",
            "will", "can", "become", "becomes", "get", "gets", "go", "goes", "move", "moves", "to", "have", "has",
            "now", "so", "need", "needs", "counts", "count", "both", "please", "be", "all", "each", "as", "another",
            "up", "down", "into", "onto");

    /** Verbs that tell what becomes of the records before them. */
    private static final Set<String> VERBS = Set.of(
            "is", "are", "isn't", "aren't", "has", "have", "was", "were", "should", "shall", "must", "will", "can",
            "become", "becomes", "get", "gets", "go", "goes", "move", "moves", "counts", "count", "->", "=");

    private static final Set<String> UNFINISHED = Set.of(
            "until", "till", "before", "after", "since", "without", "under", "above", "below", "between", "or", "but",
            "still");

    private static final Set<String> RELATIVE =
            Set.of("that", "which", "who", "whose", "whichever", "whatever", "where");

    /** What joins more records to them. */
    private static final Set<String> MORE = Set.of("and", "or", "&", "nor", "except", "but", "not");

    private static final Set<String> NUMBER = Set.of("number", "no", "no.", "nr", "nr.");
    private static final Set<String> THOSE = Set.of("those", "everybody", "everyone", "anybody", "anyone", "people");
    private static final Set<String> WHO = Set.of("who", "that", "which");

    /**
     * Records that a sentence may be about.
     *
     * @param words the words that tell which they are
     * @param described whether they are told by what they are like, and not by their names
     */
    record Subject(Target target, BitSet words, boolean described) {}

    List<Subject> all() {
        List<Subject> found = new ArrayList<>(merged(named()));
        BitSet named = new BitSet();
        found.forEach(subject -> named.or(subject.words()));
        List<Subject> described = described(named);
        found.removeIf(subject -> described.stream().anyMatch(other -> isInside(subject, other)));
        found.addAll(described);
        if (!turn.request().lastMentioned().isEmpty()) {
            mentioned().ifPresent(found::add);
        }
        return found;
    }

    private static boolean isInside(Subject subject, Subject other) {
        BitSet left = (BitSet) subject.words().clone();
        left.andNot(other.words());
        return left.isEmpty();
    }

    private Phrase words() {
        return clauses.words();
    }

    private Optional<Subject> mentioned() {
        boolean several = turn.request().lastMentioned().size() > 1;
        return tried(() -> new Pronouns(turn)
                        .read(Sentence.read(several ? "them" : "it").words()))
                .map(target -> new Subject(target, new BitSet(), false));
    }

    private List<Subject> named() {
        List<Subject> found = new ArrayList<>();
        BitSet covered = new BitSet();
        for (Phrase name : new NamesIn(turn, words()).all()) {
            int at = words().tokens().indexOf(name.at(0));
            covered.set(at, at + name.size());
            if (!add(name, at, found)) {
                for (Phrase part : name.split(JOINS)) {
                    add(part, words().tokens().indexOf(part.at(0)), found);
                }
            }
        }
        for (int i = 0; i < words().size(); i++) {
            if (!covered.get(i)) {
                int end = numbered(i, found);
                covered.set(i, Math.max(i, end));
            }
        }
        return found;
    }

    private boolean add(Phrase name, int at, List<Subject> found) {
        Optional<Target> target = tried(() -> turn.targets().called(name, entity -> true));
        target.ifPresent(one -> found.add(subject(one, at, at + name.size())));
        return target.isPresent();
    }

    /** “Invoice 62”, “J-73 and 75”, “the Kubota”. */
    private int numbered(int i, List<Subject> found) {
        Phrase rest = words().from(i);
        int noun = rest.at(0).isWord()
                ? turn.schema()
                        .leadingEntity(rest)
                        .map(SchemaLinker.Named::length)
                        .orElse(0)
                : 0;
        int at = noun > 0 && rest.size() > noun && rest.at(noun).isOneOf(NUMBER) ? noun + 1 : noun;
        boolean number = noun > 0 && rest.size() > at && rest.at(at).text().matches("#?\\d{1,9}");
        if (number) {
            Optional<Target> target = tried(() -> turn.targets().find(rest.to(at + 1), entity -> true));
            target.ifPresent(one -> found.add(subject(one, i, i + at + 1)));
            return target.isPresent() ? i + at + 1 : 0;
        }
        boolean another = i > 1
                && rest.at(0).text().matches("\\d{1,9}")
                && words().at(i - 1).isOneOf(JOINS)
                && found.stream().anyMatch(subject -> subject.words().get(i - 2));
        if (another) {
            EntityView entity = found.get(found.size() - 1).target().entity();
            return one(entity, rest.to(1), i, found);
        }
        return i > 0 && words().at(i - 1).is("the") ? part(i, found) : 0;
    }

    /** “The Kubota”: a part of one name. */
    private int part(int i, List<Subject> found) {
        int end = i;
        while (end < words().size() && end < i + 3 && words().at(end).text().matches("\\p{Lu}\\p{Ll}+")) {
            end++;
        }
        Phrase name = words().sub(i, end);
        Optional<Target> target = name.isEmpty() ? Optional.empty() : find(name);
        target.filter(Target::isOne).ifPresent(one -> found.add(subject(one, i, i + name.size())));
        return target.isPresent() ? end : 0;
    }

    private int one(EntityView entity, Phrase name, int at, List<Subject> found) {
        List<Found> records = turn.records().resembling(entity, name).stream()
                .map(record -> Found.of(entity, record))
                .toList();
        if (records.size() != 1) {
            return 0;
        }
        found.add(subject(Target.of(records.get(0)), at, at + name.size()));
        return at + name.size();
    }

    private static Subject subject(Target target, int from, int to) {
        BitSet words = new BitSet();
        words.set(from, to);
        return new Subject(target, words, false);
    }

    /** “J-204 plus J-207” are both meant, where all that stands between them joins them. */
    private List<Subject> merged(List<Subject> named) {
        List<Subject> merged = new ArrayList<>();
        for (Subject next : named.stream()
                .sorted(Comparator.comparingInt(subject -> subject.words().nextSetBit(0)))
                .toList()) {
            if (merged.isEmpty()) {
                merged.add(next);
                continue;
            }
            Subject last = merged.get(merged.size() - 1);
            boolean apart = last.words().length() <= next.words().nextSetBit(0);
            if (apart && areJoined(last, next)) {
                merged.set(merged.size() - 1, both(last, next));
            } else if (apart) {
                merged.add(next);
            }
        }
        return merged;
    }

    private boolean areJoined(Subject one, Subject next) {
        return one.words().length() < next.words().nextSetBit(0)
                && one.target().entity().equals(next.target().entity())
                && words().sub(one.words().length(), next.words().nextSetBit(0)).tokens().stream()
                        .allMatch(token -> token.isOneOf(JOINS));
    }

    private static Subject both(Subject one, Subject next) {
        Set<Found> records = new LinkedHashSet<>(one.target().records());
        records.addAll(next.target().records());
        BitSet words = (BitSet) one.words().clone();
        words.set(one.words().nextSetBit(0), next.words().length());
        return new Subject(new Target(one.target().entity(), List.copyOf(records)), words, false);
    }

    private List<Subject> described(BitSet named) {
        List<Subject> found = new ArrayList<>();
        for (int i = 0; i < words().size(); i++) {
            int at = i;
            boolean covered = found.stream().anyMatch(subject -> subject.words().get(at));
            if (!covered && !named.get(i)) {
                those(i).or(() -> ofNoun(at)).ifPresent(found::add);
            }
        }
        return found;
    }

    /** “Those who aren't full time”: records of the one table of which all of it says something. */
    private Optional<Subject> those(int i) {
        boolean who = i + 2 < words().size()
                && words().at(i).isOneOf(THOSE)
                && words().at(i + 1).isOneOf(WHO);
        return who
                ? longest(i, i + 3, i, end -> Sentence.read(
                                "everyone " + words().sub(i + 1, end).text())
                        .words())
                : Optional.empty();
    }

    private Optional<Subject> ofNoun(int noun) {
        int length = words().at(noun).isWord() ? noun(noun) : 0;
        if (length == 0) {
            return Optional.empty();
        }
        int first = Math.max(clauses.start(noun), noun - BEFORE_MAX);
        for (int whose = first; whose < noun; whose++) {
            if (Pronouns.isPossessive(words().at(whose))) {
                return theirs(whose, noun, length);
            }
        }
        for (int start = first; start <= noun; start++) {
            if (canStart(start, noun)) {
                int from = start;
                Optional<Subject> found = longest(start, noun + length, noun, end -> phrase(from, end));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** “Boris broke his arm; all his planned lessons”: those of the one who is named before. */
    private Optional<Subject> theirs(int whose, int noun, int length) {
        return owner(whose)
                .flatMap(owner -> longest(whose, noun + length, noun, end -> Sentence.read(
                                owner + "'s " + words().sub(whose + 1, end).text())
                        .words()));
    }

    private Optional<String> owner(int whose) {
        List<Phrase> names = new NamesIn(turn, words().to(whose)).all();
        if (!names.isEmpty()) {
            return NewValues.one(names).map(Phrase::text).filter(name -> !name.contains(","));
        }
        Phrase before = words().to(whose);
        int start = before.startsWithOneOf(Set.of("since", "as", "because")) ? 1 : 0;
        Phrase rest = before.from(start);
        return rest.isEmpty() || !rest.at(0).text().matches("\\p{Lu}.*")
                ? Optional.empty()
                : new KnownPeople(turn)
                        .leading(rest)
                        .map(KnownPeople.Known::name)
                        .or(() -> Optional.of(rest.at(0).text()));
    }

    /** “Any invoice” is each of them. */
    private Phrase phrase(int start, int end) {
        Phrase said = words().sub(start, end);
        return said.startsWithOneOf(Set.of("any", "whichever", "whatever", "both"))
                ? Sentence.read("all " + words().sub(start + 1, end).text()).words()
                : said;
    }

    private int noun(int i) {
        Phrase rest = words().from(i);
        return turn.schema()
                .leadingEntity(rest)
                .map(SchemaLinker.Named::length)
                .or(() -> new Kinds(turn).leading(rest, false).map(SchemaLinker.Named::length))
                .orElse(0);
    }

    private boolean canStart(int start, int noun) {
        Token token = words().at(start);
        boolean free = start == clauses.start(start)
                || token.isOneOf(DETERMINERS)
                || Light.isChanging(words().at(start - 1))
                || words().at(start - 1).isOneOf(ToldWords.PREPOSITIONS)
                || Words.isDeed(words().at(start - 1).text());
        return free
                && !token.isOneOf(ToldWords.PREPOSITIONS)
                && !token.isMark()
                && !(start < noun && Light.isChanging(token));
    }

    private Optional<Subject> longest(int start, int from, int noun, IntFunction<Phrase> said) {
        if (start > clauses.start(start) && words().at(start - 1).isOneOf(MORE)) {
            return Optional.empty();
        }
        int last = from;
        boolean relative = words().sub(start, from).tokens().stream().anyMatch(token -> token.isOneOf(RELATIVE));
        while (last < words().size()
                && clauses.of(last) == clauses.of(noun)
                && last < start + AFTER_MAX
                && !words().at(last).isMark()
                && (relative || !words().at(last).isOneOf(VERBS))) {
            relative |= words().at(last).isOneOf(RELATIVE);
            last++;
        }
        for (int end = last; end >= from; end--) {
            Token before = words().at(end - 1);
            // “Insured until October” may be just until then, or until then at the latest.
            boolean until =
                    words().sub(start, end).tokens().stream().anyMatch(token -> token.isOneOf(Set.of("until", "till")));
            boolean whole =
                    !until && !Light.isJoining(before) && !before.isOneOf(RELATIVE) && !before.isOneOf(UNFINISHED);
            boolean may = whole && (end == words().size() || isAfterThem(words().from(end)));
            Optional<Target> target = may ? find(said.apply(end)) : Optional.empty();
            if (target.isPresent()) {
                BitSet words = new BitSet();
                words.set(start, end);
                return Optional.of(new Subject(target.get(), words, !isNamed(target.get(), words().sub(start, end))));
            }
        }
        return Optional.empty();
    }

    /** “The Nowak household”: one that is called by its title, beside what it is. */
    private static boolean isNamed(Target target, Phrase said) {
        return target.isOne()
                && said.size() <= NAMED_TOKENS_MAX
                && said.tokens().stream().anyMatch(token -> token.text()
                        .equalsIgnoreCase(target.records().get(0).title()));
    }

    private static boolean isAfterThem(Phrase rest) {
        return rest.startsWithOneOf(ENDS)
                || (rest.startsWith("by") && Amounts.leading(rest.from(1)).isPresent())
                || Amounts.leading(rest).isPresent();
    }

    private Optional<Target> find(Phrase phrase) {
        return tried(() -> turn.targets().find(phrase, entity -> true));
    }

    private static Optional<Target> tried(Supplier<Optional<Target>> finding) {
        try {
            return finding.get();
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }
}
