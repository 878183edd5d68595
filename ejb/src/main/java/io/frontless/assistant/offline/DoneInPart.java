package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.operation.FieldType;
import io.frontless.operation.Step;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether a change does only a part of what a sentence says: one record of all, what goes with a deed and not the deed, the records that are two people's at once. */
record DoneInPart(PlanningRequest request, SchemaLinker schema, Phrase words) {

    private static final Set<String> JOINS = Set.of("and", "&", ",", "or");
    private static final Set<String> CREATING = Set.of("create", "register");
    private static final Set<String> JOINING = Set.of("and", "then", ",", "also");
    private static final Set<String> THEM = Set.of("her", "him", "it", "them", "a", "an", "the");
    private static final String OUT_OF = "out of ";
    private static final Pattern LATER = Pattern.compile(
            "(?i)\\b(?:it|them|that) (?:a|an|one|two|three|four|\\d+) (?:day|week|month)s? (?:later|earlier|sooner)\\b");

    /** Deeds that are done by what somebody gets: “assign T-503 to Ravi”, where a status is “assigned”, too. */
    private static final Set<String> HANDING = Set.of("assign", "reassign", "delegate", "allocate");

    private static final int NOUN_TOKENS_MAX = 4;
    private static final int OWNER_TOKENS_MAX = 4;

    /** Where more is changed, only this many records are looked at: what tells which they are is true of each. */
    private static final int STEPS_MAX = 5;

    /**
     * Whether that is so.
     *
     * @param isName whether a word is the first one of a name that some record has
     */
    boolean is(List<Step> steps, Predicate<String> isName) {
        return isOneOfAll(steps)
                || isWithoutItsDeed(steps.get(0), isName)
                || isOfOneOwner(steps)
                || leavesOutADay(steps.get(0));
    }

    /** Whether a second thing to be done is not, whatever is said beside. */
    boolean isWithoutTheRest(List<Step> steps) {
        return leavesOutAMove(steps) || leavesOutSomethingNew(steps) || isNotBack(steps.get(0));
    }

    /** “One hour shorter, and do it a week later”. */
    private boolean leavesOutAMove(List<Step> steps) {
        return LATER.matcher(words.text()).find()
                && steps.stream().allMatch(step -> step.op().equals("record.update") && !movesADay(step))
                && new Changed(request)
                        .entity(steps.get(0))
                        .filter(entity -> entity.fields().stream().anyMatch(Roles::isDate))
                        .isPresent();
    }

    private boolean movesADay(Step step) {
        return step.params().get("values") instanceof Map<?, ?> values
                && new Changed(request)
                        .entity(step).stream()
                                .flatMap(entity -> Given.of(entity, values))
                                .anyMatch(given -> Roles.isDate(given.field()) && given.value() != null);
    }

    /** “Set her stage, then create her as gardener”. */
    private boolean leavesOutSomethingNew(List<Step> steps) {
        return steps.stream().noneMatch(step -> step.op().endsWith(".create"))
                && IntStream.range(1, words.size() - 1)
                        .anyMatch(i -> words.at(i).isOneOf(CREATING)
                                && words.at(i - 1).isOneOf(JOINING)
                                && words.at(i + 1).isOneOf(THEM));
    }

    /** “Back in use, and costs 36”, of a field “Out of use”. */
    private boolean isNotBack(Step step) {
        String said = words.text().toLowerCase(Locale.ROOT);
        return step.params().get("values") instanceof Map<?, ?> values
                && said.contains("back in ")
                && new Changed(request)
                        .entity(step)
                        .filter(entity -> entity.fields().stream()
                                .filter(field -> !values.containsKey(field.key()))
                                .map(field -> field.label().toLowerCase(Locale.ROOT))
                                .filter(label -> label.startsWith(OUT_OF))
                                .anyMatch(label -> said.contains("back in " + label.substring(OUT_OF.length()))))
                        .isPresent();
    }

    /** “It went out today and is due in 30 days”, where it says when things are sent: that was today. */
    private boolean leavesOutADay(Step step) {
        String today = request.today().toString();
        return step.op().equals("record.update")
                && step.params().get("values") instanceof Map<?, ?> values
                && !values.containsValue(today)
                && IntStream.range(1, words.size() - 1)
                        .filter(i -> words.at(i).is("today")
                                && (words.at(i + 1).is("and")
                                        || (words.at(i + 1).is(",") && isNamedByState(step))))
                        .anyMatch(i -> words.to(i).tokens().stream()
                                .anyMatch(token -> Words.isPast(token.text()) && !Words.isTalk(token.text())))
                && new Changed(request)
                        .entity(step)
                        .filter(entity -> entity.fields().stream()
                                .anyMatch(field -> Roles.isDate(field)
                                        && DeedDay.isOfThePast(field)
                                        && !values.containsKey(field.key())))
                        .isPresent();
    }

    /** “All waiting repairs to Lea, and promise R-308 for Friday”: not only R-308. */
    private boolean isOneOfAll(List<Step> steps) {
        Set<String> records = steps.stream()
                .map(step -> String.valueOf(step.params().get("id")))
                .collect(Collectors.toSet());
        Step first = steps.get(0);
        return records.size() == 1
                && IntStream.range(0, words.size() - 1).anyMatch(i -> isAll(i, first))
                && new Changed(request)
                        .record(first)
                        .filter(record -> words.tokens().stream()
                                .anyMatch(token -> token.text().equalsIgnoreCase(record.title())))
                        .isPresent();
    }

    /** “All waiting repairs”, of the step's table. */
    private boolean isAll(int i, Step step) {
        return words.at(i).isOneOf(Words.EVERY)
                && IntStream.range(i + 1, Math.min(words.size(), i + NOUN_TOKENS_MAX))
                        .anyMatch(noun -> schema.leadingEntity(words.from(noun))
                                .filter(found ->
                                        found.thing().key().equals(step.params().get("entity")))
                                .isPresent());
    }

    /** “Send those two, payable by Friday”: what can be sent is sent, too. */
    private boolean isWithoutItsDeed(Step step, Predicate<String> isName) {
        Token verb = words.at(0);
        return verb.isWord()
                && !Words.isPast(verb.text())
                && !isName.test(verb.word())
                && step.op().equals("record.update")
                && step.params().get("values") instanceof Map<?, ?> values
                && new Changed(request)
                        .entity(step)
                        .filter(entity -> isDeed(verb, entity, values))
                        .isPresent();
    }

    /** Whether the verb makes an option of a field that gets no value, and is in the name of none that does. */
    private static boolean isDeed(Token verb, EntityView entity, Map<?, ?> values) {
        boolean named = Given.fields(entity, values)
                .flatMap(field -> Stream.of(field.label().split(" ", -1)))
                .flatMap(Words::bases)
                .anyMatch(verb.word()::equals);
        boolean handed = verb.isOneOf(HANDING)
                && Given.fields(entity, values)
                        .anyMatch(field -> field.type() == FieldType.TEXT || field.type() == FieldType.REFERENCE);
        return !named
                && !handed
                && entity.fields().stream()
                        .filter(field -> !values.containsKey(field.key()))
                        .flatMap(field -> field.options().stream())
                        .anyMatch(option ->
                                Words.isPast(option) && Words.bases(option).anyMatch(verb.word()::equals));
    }

    /** “Samir's and Eric's shifts”: not only those that are of both. */
    private boolean isOfOneOwner(List<Step> steps) {
        return IntStream.range(1, words.size() - 1)
                .filter(i -> words.at(i).is("'s") && words.at(i + 1).isOneOf(JOINS))
                .mapToObj(this::owners)
                .filter(owners -> !owners.isEmpty())
                .findFirst()
                .filter(owners -> steps.stream().limit(STEPS_MAX).allMatch(step -> new UsedWords(request, List.of(step))
                        .hasAll(owners)))
                .isPresent();
    }

    /** “Settled today, status paid”, of the field “Paid on”. */
    private boolean isNamedByState(Step step) {
        return step.params().get("values") instanceof Map<?, ?> values
                && new Changed(request)
                        .entity(step)
                        .filter(entity -> entity.fields().stream()
                                .filter(field -> Roles.isDate(field) && !values.containsKey(field.key()))
                                .map(field -> field.label().split(" ", -1)[0].toLowerCase(Locale.ROOT))
                                .anyMatch(values::containsValue))
                        .isPresent();
    }

    /** Who is before and behind what joins them; none where only one is an owner. */
    private Set<String> owners(int first) {
        return IntStream.range(first + 2, Math.min(words.size(), first + 2 + OWNER_TOKENS_MAX))
                .filter(other -> words.at(other).is("'s"))
                .mapToObj(other -> Stream.of(words.at(first - 1), words.at(other - 1))
                        .map(Token::word)
                        .collect(Collectors.toSet()))
                .findFirst()
                .orElse(Set.of());
    }
}
