package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.assistant.control.Proposal;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.FieldType;
import io.frontless.operation.Step;
import io.frontless.operation.UpdateRecord;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Words for a moment in a whole sentence: as they are told of something new, and hours that were taken for another number. */
record MomentWords(PlanningRequest request, Phrase words) {

    private static final Set<String> ADDING =
            Set.of("add", "create", "new", "book", "register", "enter", "insert", "schedule", "plan", "record");

    private static final Set<String> LENGTHS = Set.of("hour", "hours", "minute", "minutes", "min", "mins");
    private static final Set<String> MOVING =
            Set.of("move", "shift", "reschedule", "postpone", "push", "bring", "delay", "defer");
    private static final Set<String> ENDING =
            Set.of("end", "finish", "extend", "prolong", "lengthen", "shorten", "cut");
    private static final Set<String> LASTING = Set.of("longer", "shorter", "until", "till", "more", "less");
    private static final Set<String> DAYS = Set.of("today", "tomorrow");

    /** Whether a time of day is told, or a length of hours or minutes: a field that holds a moment is meant by it. */
    static boolean tellTime(Phrase words) {
        return IntStream.range(0, words.size())
                .anyMatch(i -> DayTime.leading(words.from(i)).isPresent()
                        || words.at(i).isOneOf(LENGTHS));
    }

    /** “Add appointment A-6 at 2 pm on 6 October” is “… on 2026-10-06 14:00”: a day and its time stand together, and nothing between them is another value. */
    static PlanningRequest plain(PlanningRequest request) {
        if (!MomentFields.areIn(request.schema())) {
            return request;
        }
        Phrase words = Sentence.read(request.sentence()).words();
        boolean adds = words.startsWithOneOf(ADDING) || DescribedAdding.isToAdd(words);
        return adds ? request.saying(together(words, request.today())) : request;
    }

    private static String together(Phrase words, LocalDate today) {
        StringBuilder said = new StringBuilder();
        int copied = 0;
        for (int i = 1; i < words.size(); ) {
            Optional<Moment> moment = Moment.leading(words.from(i), today).filter(Moment::isWhole);
            if (moment.isPresent()) {
                moment.get().requireSure();
                int start = words.at(i).start();
                boolean on = words.at(i).is("on") || words.at(i).is("at");
                said.append(words.sentence(), copied, start)
                        .append(on ? "on " : "")
                        .append(moment.get().day().orElseThrow())
                        .append(' ')
                        .append(moment.get().time().orElseThrow());
                i += moment.get().tokens();
                copied = words.at(i - 1).end();
            } else {
                i++;
            }
        }
        return said.append(words.sentence().substring(copied)).toString();
    }

    /**
     * Whether an hour was taken for another number: “move A-3 to 3”, “postpone A-3 by 2”, “add an appointment for Paul Ash at 9”; or something that has a start,
     * too, is moved by its end alone.
     */
    boolean areMisread(Turn turn, Proposal.Change change) {
        return MomentFields.areIn(request.schema())
                && Unlikely.fewOfAKind(change.steps()).anyMatch(step -> new Changed(request)
                        .entity(step)
                        .filter(MomentFields::areIn)
                        .filter(entity -> isHourTaken(entity, step) || isEndAlone(new MomentFields(turn, entity), step))
                        .isPresent());
    }

    private boolean isEndAlone(MomentFields fields, Step step) {
        return fields.isPair()
                && step.op().equals(UpdateRecord.NAME)
                && step.params().get("values") instanceof Map<?, ?> values
                && fields.start()
                        .filter(start -> !values.containsKey(start.key()))
                        .isPresent()
                && fields.end()
                        .filter(end -> values.containsKey(end.key()) && !FieldWords.isNamed(end, words))
                        .isPresent()
                && words.tokens().stream()
                        .noneMatch(token -> token.isOneOf(LASTING) || Words.isFormOf(token.word(), ENDING));
    }

    private boolean isHourTaken(EntityView entity, Step step) {
        if (!(step.params().get("values") instanceof Map<?, ?> values)) {
            return false;
        }
        boolean whole = step.op().equals(CreateRecord.NAME)
                && entity.fields().stream()
                        .filter(field -> field.type() == FieldType.DATETIME)
                        .allMatch(field -> values.containsKey(field.key()));
        boolean moved = words.startsWithOneOf(MOVING) && !step.op().equals(CreateRecord.NAME);
        return !whole
                && Given.of(entity, values)
                        .filter(given -> !FieldWords.isNamed(given.field(), words))
                        .anyMatch(given -> given.value() instanceof BigDecimal number
                                && (moved || IntStream.range(1, words.size()).anyMatch(i -> isHour(number, i))));
    }

    private boolean isHour(BigDecimal number, int i) {
        boolean besideDay = words.at(i - 1).isOneOf(DAYS)
                || Dates.isWeekday(words.at(i - 1).text())
                || Dates.leading(words.from(i + 1), request.today()).isPresent();
        return DayTime.isHour(words.at(i))
                && new BigDecimal(words.at(i).text()).compareTo(number) == 0
                && (words.at(i - 1).is("at") || besideDay);
    }
}
