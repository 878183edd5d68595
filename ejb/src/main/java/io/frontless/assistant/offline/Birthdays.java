package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads whose birthday it is in a time, whatever the year of birth: “whose birthday is in October”, “with a birthday next week”. */
record Birthdays(Turn turn, EntityView entity) {

    private static final List<Form> FORMS = List.of(
            Form.of("whose birthday|birthdays is|are|falls [in|on|within|during] [the] <when>"),
            Form.of("with|have|has|having [a|their|his|her] birthday|birthdays [in|on|within|during] [the] <when>"));
    private static final Set<String> BIRTHDAY = Set.of("birthday", "birthdays");
    private static final int DAYS_MAX = 366;

    Optional<Clause> read(Phrase phrase) {
        boolean said = phrase.size() > 2 && phrase.to(3).tokens().stream().anyMatch(token -> token.isOneOf(BIRTHDAY));
        List<FieldSpec> birth = said ? Roles.birth(entity) : List.of();
        if (birth.size() != 1 || !new LookedThrough(turn, entity).canName()) {
            return Optional.empty();
        }
        return Form.matches(FORMS, phrase).stream()
                .flatMap(match -> Dates.leading(
                        match.the("when"), turn.request().today())
                        .filter(date -> date.tokens() == match.the("when").size())
                        .stream())
                .findFirst()
                .map(date -> new Clause(
                        in(
                                birth.get(0),
                                date.leaning(turn.request().today(), false).span()),
                        null,
                        phrase.size()));
    }

    private Filter in(FieldSpec birth, Span span) {
        Set<Integer> days = span.from()
                .datesUntil(span.to().plusDays(1))
                .limit(DAYS_MAX)
                .map(Birthdays::dayOfAnyYear)
                .collect(Collectors.toSet());
        LookedThrough records = new LookedThrough(turn, entity);
        return records.among(records.all(RecordQuery.of(entity.key())).stream()
                .filter(record -> born(record, birth)
                        .filter(day -> days.contains(dayOfAnyYear(day)))
                        .isPresent())
                .map(record -> record.id().toString())
                .collect(Collectors.toSet()));
    }

    private static int dayOfAnyYear(LocalDate day) {
        return day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    private static Optional<LocalDate> born(RecordView record, FieldSpec birth) {
        Object value = record.values().get(birth.key());
        try {
            return value == null
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(value.toString().substring(0, 10)));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
