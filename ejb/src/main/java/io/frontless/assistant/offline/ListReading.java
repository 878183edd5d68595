package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.kernel.Limits;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** “Show pending invoices”, “orders of ALFKI”, “show invoice INV-0089”, “what is the phone of ALFKI”, “what tables are there”. */
final class ListReading implements Reading {

    private static final String SHOW = "show|list|display|find|get|give|see|view|open|search|print [me|us] [for]";
    private static final String TABLES = "tables|entities";
    private static final List<Form> ENTITIES = List.of(
            Form.of("[show|list|display|see|view] [me] [all] [the|my|our] " + TABLES),
            Form.of("what|which " + TABLES + " [are|is|exist] [there|here|exist]"),
            Form.of("what|which " + TABLES + " do i|we have"),
            Form.of("[show|list|display] [me] [the] schema"));
    private static final List<Form> OWNED = List.of(
            Form.of("what|which <selection> does|do|has <owner>"
                    + " have|own|teach|hold|manage|handle|supply|borrow|place|got|order"),
            Form.of("which|what <selection> has|have <owner>"),
            Form.of("which|what <selection> did|does|do|has|have <them> <verb> [with|for|from|at] [us]"),
            Form.of("has|have|does|do|did she|he|they|it [have] any <theirs>"),
            Form.of("[show] [me] [and] his|her|its|their <theirs>"));
    private static final List<Form> OF_WHOM = List.of(
            Form.of("who owns|has|handles|manages <target>"),
            Form.of("when is|was <target>"),
            Form.of("when does|do|did <target> end|start|begin|expire|arrive|leave|finish|open|close|take"));
    private static final List<Form> SHOWN = List.of(
            Form.of(SHOW + " <selection>"),
            Form.of("which|what <selection> are there"),
            Form.of("do|are|is we|there [have] [any] <selection>"),
            Form.of("got any <selection>"),
            Form.of("is|are|has|have|do|does|did|was|were any <selection>"),
            Form.of("sort|rank [the] <selection>"),
            Form.of("who|what is|are|'s <selection>"),
            Form.of("which|what <selection>"));

    /** Whoever asks who did this asks the history. */
    private static final Set<String> DEEDS =
            Set.of("delete", "change", "mark", "approve", "cancel", "set", "remove", "borrow", "make", "edit");

    private static final Set<String> EVERYBODY = Set.of("everybody", "everyone", "everything");

    private static final Set<String> SAYING = Set.of(
            "is", "are", "gets", "get", "goes", "go", "comes", "now", "becomes", "become", "should", "must", "shall",
            "cost", "costs");
    static final Set<String> RELATING = Set.of("that", "which", "who", "whose", "where", "with", "there", "it", "its");

    private static final Set<String> US = Set.of("we", "i", "you");
    private static final Set<String> BEING = Set.of("is", "are");
    private static final Set<String> JOINING = Set.of("and", "or", "nor", "but", ",", "as");

    /** Words of a sentence without a verb; longer ones are rather talk. */
    private static final int BARE_TOKENS_MAX = 12;

    /** “They were both confirmed yesterday” asks for nothing. */
    private static boolean tells(Turn turn) {
        return !turn.question()
                && turn.words().size() > 2
                && turn.words().startsWithOneOf(Set.of("they", "these", "those"))
                && turn.words().at(1).isOneOf(Set.of("were", "was"));
    }

    @Override
    public Optional<Proposal> read(Turn turn) {
        Phrase words = turn.words();
        if (tells(turn)) {
            return Optional.empty();
        }
        boolean tableIsEntity = Stream.of("table", "entity", "schema").anyMatch(turn.schema()::hasEntity);
        if (!tableIsEntity && !Form.matches(ENTITIES, words).isEmpty()) {
            return Optional.of(new Proposal.ListEntities());
        }
        Optional<Proposal> one = ofOne(turn).or(() -> owned(turn)).or(() -> doer(turn));
        if (one.isPresent()) {
            return one;
        }
        Optional<Proposal> people = new WhoReading().read(turn);
        if (people.isPresent()) {
            return people;
        }
        Optional<Proposal> asked = turn.schema().loose() ? ofNamed(turn) : Optional.empty();
        if (asked.isPresent()) {
            return asked;
        }
        // “Open jobs” are a state of theirs, and one is opened to be seen.
        boolean state = words.size() > 1
                && words.startsWith("open")
                && turn.selections().namesSeveral(words.from(1));
        for (Match match : state ? List.<Match>of() : Form.matches(SHOWN, words)) {
            Phrase selection = match.the("selection");
            Optional<Proposal> shown = records(turn, selection).or(() -> record(turn, selection));
            if (shown.isPresent()) {
                return shown;
            }
            if (!turn.schema().loose() && !isOfField(turn)) {
                throw turn.schema().leadingEntity(selection.bare()).isPresent()
                        ? turn.targets().none(selection)
                        : Unclear.say("There is no table or record “%s”."
                                .formatted(selection.bare().text()));
            }
        }
        boolean bare = !turn.schema().loose() && !turn.question();
        return bare && (words.size() > BARE_TOKENS_MAX || isStatement(words) || new ManyDeeds(turn).isTold(words))
                ? Optional.empty()
                : records(turn, words).or(() -> record(turn, words));
    }

    /** “List price of Forklift Safety is 450” lists nothing. */
    private static boolean isOfField(Turn turn) {
        return turn.schema().entities().stream().anyMatch(entity -> turn.schema()
                .leadingField(entity, turn.words())
                .filter(field -> field.length() > 1)
                .isPresent());
    }

    /** “Where is SH-2004”, “who painted Blue Harbour”: whatever is asked of a record is to be seen at it. */
    private static Optional<Proposal> ofNamed(Turn turn) {
        Optional<NamesIn.Placed> placed = new NamesIn(turn, turn.words()).only();
        boolean it = turn.words().size() > 1
                && turn.words().startsWith("is")
                && turn.words().at(1).is("it");
        boolean deed = (it || turn.words().startsWithOneOf(Set.of("who", "did")))
                && turn.words().tokens().stream()
                        .anyMatch(token -> Words.isFormOf(token.text(), DEEDS)
                                || Words.bases(token.text()).anyMatch(turn::isVerb));
        if (deed || placed.isEmpty() || turn.selections().namesSeveral(turn.words())) {
            return Optional.empty();
        }
        Phrase name = placed.get().name();
        int at = placed.get().before().size();
        boolean led = at > 0
                && (Holders.Relation.of(turn.words().at(at - 1)).isPresent()
                        || turn.words().at(at - 1).isOneOf(Set.of("does", "did", "do")));
        boolean when = turn.words().startsWithOneOf(Set.of("when", "where"));
        boolean who = at > 0
                && turn.words().startsWith("who")
                && turn.words().at(at - 1).is("on");
        return (led && !when && !who && !asksField(turn, name)) || namesOther(turn, name)
                ? Optional.empty()
                : turn.targets()
                        .called(name, entity -> true)
                        .filter(Target::isOne)
                        .map(target -> shown(turn, target, name));
    }

    /** “What salary did we offer in A-903”: a field of what is named is asked for. */
    private static boolean asksField(Turn turn, Phrase name) {
        Phrase words = turn.words();
        return turn.words().startsWith("what")
                && turn.targets()
                        .called(name, entity -> true)
                        .filter(target -> turn.schema()
                                .leadingField(target.entity(), words.from(1))
                                .isPresent())
                        .isPresent();
    }

    /** Whether the records of another table are asked for. */
    private static boolean namesOther(Turn turn, Phrase name) {
        Phrase words = turn.words();
        for (int i = 0; i < words.size(); i++) {
            if (!name.tokens().contains(words.at(i)) && turn.selections().namesSeveral(words.sub(i, i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** “All shipped orders are paid” says how they are, or are to be, other than “orders that are paid”. */
    private static boolean isStatement(Phrase words) {
        if (words.size() > 2 && words.at(1).isOneOf(Words.EVERY) && !words.at(0).isOneOf(Words.EVERY)) {
            return true;
        }
        boolean all = words.startsWithOneOf(Words.EVERY) || words.startsWithOneOf(EVERYBODY);
        boolean related = false;
        boolean said = false;
        for (int i = 0; i < words.size(); i++) {
            Token token = words.at(i);
            // “That we get from Acme” is said of us.
            boolean ours = i > 0 && words.at(i - 1).isOneOf(US);
            if (!related && (Fillers.saysOf(words, i) || (token.isOneOf(SAYING) && !ours))) {
                return true;
            }
            boolean is = token.isOneOf(BEING);
            if (is && said && !words.at(i - 1).isOneOf(JOINING)) {
                return true;
            }
            boolean relates = token.isOneOf(RELATING) && !(all && token.is("with"));
            related |= relates;
            said = (said && !relates) || (related && is);
        }
        return false;
    }

    /** A field of one record, or who has it. */
    private static Optional<Proposal> ofOne(Turn turn) {
        return new FieldOfOne().read(turn).or(() -> new Trials<Match>()
                .first(Form.matches(OF_WHOM, turn.words()), match -> ordered(turn, match.the("target"))
                        .flatMap(first -> records(turn, match.the("target")))
                        .or(() -> record(turn, match.the("target")))));
    }

    /** “Who curates the Blue Room”, where galleries have a curator. */
    private static Optional<Proposal> doer(Turn turn) {
        return new Trials<Match>().first(Form.of("who <verb> <target>").matches(turn.words()), match -> {
            Phrase verb = match.the("verb");
            Predicate<EntityView> done = entity -> entity.fields().stream()
                    .filter(field -> field.type() == FieldType.TEXT || field.type() == FieldType.REFERENCE)
                    .anyMatch(field -> turn.schema().isDoneBy(field, verb.text()));
            return verb.size() > 1
                    ? Optional.empty()
                    : turn.targets()
                            .find(match.the("target"), done)
                            .filter(found -> done.test(found.entity()))
                            .map(found -> shown(turn, found, match.the("target")));
        });
    }

    private static Optional<Selection> ordered(Turn turn, Phrase phrase) {
        try {
            return turn.selections().read(phrase).filter(selection -> selection.most() > 0);
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    /** The records that a person or another record has. */
    private static Optional<Proposal> owned(Turn turn) {
        return new Trials<Match>().first(Form.matches(OWNED, turn.words()), match -> ownedBy(turn, match));
    }

    private static Optional<Proposal> ownedBy(Turn turn, Match match) {
        if (match.has("theirs")) {
            return pointing(turn, match.the("theirs"));
        }
        if (match.has("them")) {
            boolean known = match.the("verb").size() == 1
                    && Pronouns.isOne(match.the("them"))
                    && !turn.request().lastMentioned().isEmpty();
            return known ? pointing(turn, match.the("selection")) : Optional.empty();
        }
        Optional<Selection> selection = turn.selections().read(match.the("selection"));
        Optional<Target> last = new Pronouns(turn).read(match.the("owner"));
        if (selection.isPresent() && last.isPresent()) {
            return pointing(turn, match.the("selection"));
        }
        return selection.flatMap(found -> new Holders(turn, found.entity())
                .read(match.the("owner"), Holders.Relation.BY)
                .map(held -> new Proposal.ListRecords(
                        Names.label(found.words() + " of " + match.the("owner").text()),
                        found.query(Limits.PAGE_ROWS_MAX, 0).filtered(held.condition()))));
    }

    private static Optional<Proposal> pointing(Turn turn, Phrase said) {
        Optional<Selection> selection = turn.selections().read(said);
        Optional<Target> last = new Pronouns(turn).read(Sentence.read("it").words());
        if (selection.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        return selection.get().entity().fields().stream()
                .filter(field -> last.get().entity().key().equals(field.target()))
                .findFirst()
                .map(field -> new Proposal.ListRecords(
                        Names.label(
                                selection.get().words() + " of " + last.get().name()),
                        selection
                                .get()
                                .query(Limits.PAGE_ROWS_MAX, 0)
                                .filtered(Filter.equal(
                                        field.key(),
                                        last.get().records().get(0).id().toString()))));
    }

    /** Records by conditions; a phrase that is no selection may still be the name of a record. */
    static Optional<Proposal> records(Turn turn, Phrase phrase) {
        try {
            return turn.selections()
                    .read(phrase)
                    .or(() -> new DayNouns(turn).read(phrase))
                    .map(selection -> new Proposal.ListRecords(
                            Names.label(selection.words()), selection.query(Limits.PAGE_ROWS_MAX, 0)));
        } catch (Unclear unclear) {
            return Optional.of(record(turn, phrase)
                    .orElseThrow(() -> turn.selections().namesSeveral(phrase)
                            ? unclear
                            : turn.targets().none(phrase)));
        }
    }

    private static Optional<Proposal> record(Turn turn, Phrase phrase) {
        return turn.targets().find(phrase, entity -> true).map(target -> shown(turn, target, phrase));
    }

    /** The one record, asked for by the words that found it; one mentioned before is known by its title alone. */
    static Proposal shown(Turn turn, Target target, Phrase phrase) {
        EntityView entity = target.entity();
        Found record = target.records().get(0);
        Phrase title = Phrase.quoted(record.title());
        if (record.version() == null || !target.isOne()) {
            throw Unclear.say("Say what the %s is called.".formatted(entity.label()));
        }
        RecordQuery byTitle = RecordFinder.mentioning(entity, title);
        boolean found = turn.request().records().find(byTitle).stream()
                .anyMatch(candidate -> candidate.id().equals(record.id()));
        RecordQuery query =
                found ? byTitle : RecordFinder.mentioning(entity, turn.records().withoutEntity(entity, phrase));
        return new Proposal.ListRecords(target.name(), query);
    }
}
