package io.frontless.assistant.offline;

import io.frontless.assistant.control.Planner;
import io.frontless.assistant.control.PlanningRequest;
import io.frontless.assistant.control.Proposal;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Reads English sentences by their forms, with no model, key or network. Stateless, so one serves all threads. */
public final class OfflinePlanner implements Planner {

    /** The first family that claims a sentence has it: narrow ones come before wide ones. */
    private static final List<Reading> READINGS = List.of(
            new HelpReading(),
            new SavepointReading(),
            new MergeReading(),
            new NoteReading(),
            new RedactReading(),
            new ViewReading(),
            new PeopleReading(),
            new RoleReading(),
            new RestoreRecordReading(),
            new UndoReading(),
            new AwayReading(),
            new HistoryReading(),
            new ChangesReading(),
            new CreateEntityReading(),
            new RuleReading(),
            new SchemaReading(),
            new MomentReading(),
            new ShiftReading(),
            new AdjustReading(),
            new CreateRecordReading(),
            new AskedOfOne(),
            new SummaryReading(),
            new CountReading(),
            new SwapReading(),
            new UpdateRecordReading(),
            new StatementReading(),
            new RefillReading(),
            new ToldOfMany(),
            new DeleteRecordReading(),
            new WhatTheyDid(),
            new ListReading());

    /** Families of what is to be done, by what it mentions. */
    private static final List<Reading> ANY_ORDER = List.of(new DescribedAdding(), new AnyOrderReading(false));

    /** The same where a word or two may mean something else: what they find is asked about. */
    private static final List<Reading> LIKELY = List.of(new AnyOrderReading(true));

    /** Families of questions. */
    private static final List<Reading> QUESTIONS = List.of(
            new AskedOfOne(),
            new SummaryReading(),
            new FigureReading(),
            new AboutThem(),
            new CountReading(),
            new WhatTheyDid(),
            new ListReading());

    /** Words that begin a question. */
    private static final Set<String> ASKING = Set.of(
            "what", "which", "who", "whose", "how", "show", "list", "find", "display", "count", "any", "total", "sum",
            "average", "number", "search", "where", "is", "are");

    private static final Set<String> FIGURES = Set.of("together", "altogether", "combined");

    /** What no sum answers. */
    private static final Set<String> SHARES = Set.of("share", "percentage", "proportion", "fraction", "ratio");

    private static final Set<String> BEING = Set.of("is", "are", "has", "have", "does", "do", "did", "was", "were");
    private static final Set<String> THEY = Set.of("it", "he", "she", "they");

    /** What makes it a question that no records answer. */
    private static final Set<String> UNANSWERED = Set.of(
            "if",
            "would",
            "could",
            "should",
            "might",
            "may",
            "shall",
            "think",
            "thinks",
            "recommend",
            "why",
            "can",
            "cannot",
            "can't",
            "suppose",
            "whether",
            "happens",
            "happen");

    private static final List<Form> HOW_TO =
            List.of(Form.of("how do|does|to i|we|you|one <rest>"), Form.of("how to <rest>"));

    @Override
    public Proposal propose(PlanningRequest request) {
        return propose(request, new Effort());
    }

    /** The same, telling what it has taken. */
    Proposal propose(PlanningRequest request, Effort effort) {
        List<String> examples = Examples.of(request.schema());
        if (request.sentence().length() > Limits.SENTENCE_CHARS_MAX) {
            return new Proposal.NotUnderstood(
                    "A sentence has at most %d characters.".formatted(Limits.SENTENCE_CHARS_MAX), examples);
        }
        BoundedLookup lookup = new BoundedLookup(request, effort);
        PlanningRequest bounded = request.with(lookup).knowing(new Remembered<>(request.people()));
        Proposal proposal = said(bounded, lookup, effort);
        return proposal instanceof Proposal.NotUnderstood no && no.examples().isEmpty()
                ? new Proposal.NotUnderstood(no.message(), examples)
                : proposal;
    }

    /** What is meant, with a day and its time together where they are told of something new. */
    private static Proposal said(PlanningRequest request, BoundedLookup lookup, Effort effort) {
        try {
            PlanningRequest plain = MomentWords.plain(request);
            return meant(plain, lookup, read(plain, effort), effort);
        } catch (Unclear unclear) {
            return unclear.answer();
        }
    }

    /** What was read, or the question whether it is meant. */
    private static Proposal meant(PlanningRequest request, BoundedLookup lookup, Proposal proposal, Effort effort) {
        if (!(proposal instanceof Proposal.Change change) || change.steps().isEmpty()) {
            return proposal;
        }
        try {
            Turn turn = Turn.of(request, Care.STRICT, effort);
            return AddressTold.isCall(turn.words())
                            || (new Unlikely(request, turn.schema(), turn.words()).is(change)
                                    && !isCounted(turn, change))
                            || new MomentWords(request, turn.words()).areMisread(turn, change)
                            || new Framed(request, turn.words()).is(change)
                            || new LeftOut(request, turn.schema(), turn.words(), lookup::isFirstWord).is(change)
                    ? question(request, change, effort)
                    : new AlreadyThere(request).asked(change);
        } catch (Unclear unclear) {
            return unclear.answer();
        } catch (Rejection rejection) {
            return invalid(rejection).answer();
        }
    }

    /** Whether all of the sentence is about what came or went, so that no number of it is another's. */
    private static boolean isCounted(Turn turn, Proposal.Change change) {
        return new CameAndWent(turn).change().filter(change::equals).isPresent();
    }

    /** What a sentence says that nothing can be; whatever else is refused is refused to the person. */
    private static Unclear invalid(Rejection rejection) {
        if (rejection.reason() != Reason.INVALID) {
            throw rejection;
        }
        return Unclear.say(rejection.message());
    }

    /** Strictly first, and less so only what made no sense; where all fails, the first reason is the better one. */
    private static Proposal read(PlanningRequest request, Effort effort) {
        Optional<Unclear> first = Optional.empty();
        boolean settled = false;
        for (Supplier<Optional<Proposal>> way : ways(request, effort)) {
            try {
                Optional<Proposal> read = way.get();
                if (read.isPresent()) {
                    return read.get();
                }
            } catch (Unclear unclear) {
                first = first.or(() -> Optional.of(unclear));
                if (!unclear.perhapsMisspelt()) {
                    settled = true;
                    break;
                }
            } catch (Rejection rejection) {
                Unclear invalid = invalid(rejection);
                first = first.or(() -> Optional.of(invalid));
            }
        }
        Optional<Proposal> completed =
                settled ? Optional.empty() : withWholeNames(request, effort).or(() -> withTitle(request, effort));
        Optional<Unclear> reason = first;
        return completed
                .or(() -> reason.map(Unclear::answer))
                .orElseGet(() -> new Proposal.NotUnderstood("That was not understood. These would be:", List.of()));
    }

    /** The same said with the whole names of those who are called by a part of theirs. */
    private static Optional<Proposal> withWholeNames(PlanningRequest request, Effort effort) {
        try {
            return new ShortNames(Turn.of(request, Care.STRICT, effort))
                    .sentence()
                    .map(sentence -> read(request.saying(sentence), effort))
                    .filter(proposal -> proposal instanceof Proposal.Change || proposal instanceof Proposal.Question);
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    /** The same said with the title of the record that is called by what it is. */
    private static Optional<Proposal> withTitle(PlanningRequest request, Effort effort) {
        try {
            return new ContentNames(Turn.of(request, Care.STRICT, effort))
                    .said()
                    .flatMap(said -> Optional.of(read(request.saying(said.sentence()), effort))
                            .filter(said::isChanged));
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    /** What becomes of what somebody has who is away, where that is all that changes. */
    private static Optional<Proposal> ofAbsent(PlanningRequest request, Turn turn, Effort effort) {
        return new Absent(turn)
                .parted()
                .filter(parted -> change(request, parted.story(), effort).isEmpty())
                .flatMap(parted -> change(request, parted.request(), effort));
    }

    private static Optional<Proposal> change(PlanningRequest request, String sentence, Effort effort) {
        return Optional.of(read(request.saying(sentence), effort)).filter(Proposal.Change.class::isInstance);
    }

    private static List<Supplier<Optional<Proposal>>> ways(PlanningRequest request, Effort effort) {
        Supplier<Turn> lenient = new Remembered<>(() -> said(request, Care.LENIENT, effort));
        Reading forms = new ReadOnce(OfflinePlanner::one);
        Function<Turn, Optional<Proposal>> told =
                part -> new Unformed(forms, ANY_ORDER).read(part).or(() -> new ToldReading().read(part));
        return List.of(
                () -> new Commands(OfflinePlanner::one).read(said(request, Care.STRICT, effort)),
                () -> new Commands(forms::read).read(lenient.get()),
                () -> new Unformed(forms, ANY_ORDER).read(lenient.get()),
                () -> asked(said(request, Care.LOOSE, effort)),
                () -> new ToldReading().read(lenient.get()),
                () -> new ConditionReading(told).read(lenient.get()),
                () -> new Commands(told).listed(lenient.get()),
                () -> new AddressTold().read(lenient.get()),
                () -> ofAbsent(request, lenient.get(), effort),
                () -> new FieldNouns(lenient.get()).sentence().flatMap(said -> change(request, said, effort)),
                () -> new Unformed(forms, LIKELY)
                        .single(lenient.get())
                        .map(change -> question(request, change, effort)));
    }

    private static Turn said(PlanningRequest request, Care care, Effort effort) {
        return new AskedFor(Turn.of(request, care, effort)).plain();
    }

    /** Asks whether a change is meant, in words that surely mean it. */
    private static Proposal question(PlanningRequest request, Proposal proposal, Effort effort) {
        if (!(proposal instanceof Proposal.Change likely)) {
            return proposal;
        }
        Retelling retelling = new Retelling(request, sentence -> new Commands(OfflinePlanner::one)
                .read(Turn.of(request.saying(sentence), Care.STRICT, effort)));
        return new Proposal.Question(
                "Is this meant: %s?".formatted(likely.summary()),
                retelling.of(likely).map(List::of).orElse(List.of()));
    }

    /** What is asked for, passing over what carries nothing. */
    private static Optional<Proposal> asked(Turn turn) {
        Phrase words = turn.words();
        boolean asks = turn.question() || words.startsWithOneOf(ASKING);
        boolean unanswered = words.tokens().stream().anyMatch(token -> token.isOneOf(UNANSWERED) || token.quoted())
                || !Form.matches(HOW_TO, words).isEmpty();
        boolean figure = FigureReading.asks(turn);
        boolean them =
                words.size() > 2 && words.startsWithOneOf(BEING) && words.at(1).isOneOf(THEY);
        return (asks || figure || them) && !unanswered
                ? first(QUESTIONS, turn).filter(answer -> !isBesideTheQuestion(turn, answer))
                : Optional.empty();
    }

    private static Optional<Proposal> one(Turn turn) {
        return first(READINGS, turn).filter(answer -> !isBesideTheQuestion(turn, answer));
    }

    /** Whether records are shown where a sum is asked for, or none of a table that was not named. */
    private static boolean isBesideTheQuestion(Turn turn, Proposal answer) {
        if (!(answer instanceof Proposal.ListRecords list)) {
            return false;
        }
        Phrase words = turn.words();
        boolean sum = words.tokens().stream()
                .anyMatch(token -> token.isOneOf(FIGURES) || (token.isOneOf(SHARES) && !isField(turn, token)));
        boolean named = IntStream.range(0, words.size()).anyMatch(i -> turn.schema()
                .leadingEntity(words.from(i))
                .filter(found -> found.thing().key().equals(list.query().entity()))
                .isPresent());
        boolean none = words.startsWith("who")
                && !named
                && turn.request().records().find(list.query()).isEmpty();
        return sum || none;
    }

    private static boolean isField(Turn turn, Token word) {
        return turn.schema().entities().stream()
                .flatMap(entity -> entity.fields().stream())
                .anyMatch(field -> turn.schema().stems(field.label()).contains(Names.singular(word.text())));
    }

    private static Optional<Proposal> first(List<Reading> readings, Turn turn) {
        return readings.stream().flatMap(reading -> reading.read(turn).stream()).findFirst();
    }
}
