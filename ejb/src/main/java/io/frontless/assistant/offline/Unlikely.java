package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.assistant.control.Proposal;
import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.operation.Step;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a change is rather not what a sentence tells, by whichever way it was read: then the person is asked. A record gets another name, of which nothing was
 * said; a text goes on from what was there before; not all are meant; a number is one of something else ({@link Miscounted}), a state is none yet ({@link NotYet}).
 */
record Unlikely(PlanningRequest request, SchemaLinker schema, Phrase words) {

    private static final Set<String> RENAMING = Words.listed(
            "rename renamed renames call called name named title titled number numbered code label labelled spell"
                    + " spelt spelled typo misspelt misspelled mistyped read reads written correct corrected -> instead");

    /** What is no change of all that it names, or of something else than it seems. */
    private static final List<Form> OTHERWISE = List.of(
            Form.of("not every|all|each|everyone|everybody|everything|both|many|much|one|a|any <rest>"),
            Form.of("only|hardly|scarcely <rest> is|are|was|were|has|have <so>"),
            Form.of("split|divide|separate <rest>"),
            Form.of("<before> the rest|others|remainder"),
            Form.of("<before> one of the|our|their|his|her|its|my <rest>"),
            Form.of(
                    "<before> , isn't|isn’t|aren't|aren’t|shouldn't|shouldn’t|doesn't|doesn’t|don't|don’t|hasn't|hasn’t|haven't|haven’t|wasn't|wasn’t it|he|she|they"),
            Form.of(
                    "<before> and the cheapest|dearest|largest|biggest|smallest|latest|oldest|newest|highest|lowest|last|first"),
            Form.of("none of <rest>"),
            Form.of("<before> usually|normally|generally|typically|sometimes <rest>"),
            Form.of("<before> looks|look|seems|seem|sounds|sound like|as <rest>"),
            Form.of("<before> can|could|may|might work|act|serve as <rest>"),
            Form.of("<before> he|she|it|they is|are|'s|’s|'re not <what> , <rest> instead"),
            Form.of("<before> is|are coming to <rest>"),
            Form.of("i|we|you|they|he|she [really|surely] should [really] have <rest>"),
            Form.of("<before> i|we|you|they|he|she [really|surely] should [really] have <rest>"),
            Form.of("<before> get|gets|have|has any|no <what> any longer|more ,|: <rest>"),
            Form.of("delete|remove|cancel|erase <all> i|he|she|they made|have|had|placed|got"),
            Form.of(
                    "<before> and|or|plus those|these due|from|of|in|with|without|that|which|who|over|under|for <rest>"));

    private static final Set<String> FOR_IT = Set.of("this", "that", "it", "him", "her", "them", "the");

    private static final Set<String> SHARING = Set.of("share", "shares", "sharing");

    private static final List<Form> CAME = List.of(
            Form.of(
                    "<before> [have|has] [all|both] [just] come|came|arrived|gone|went|left in|out|back|today|yesterday|on <rest>"),
            Form.of(
                    "<before> [have|has] [all|both] [just] come|came|arrived|gone|went|left [in|out|back] today|yesterday"));

    private static final Set<String> ARRIVING =
            Set.of("arrive", "receive", "deliver", "come", "return", "go", "leave", "send", "ship");

    /** What goes on behind a name: where it is, or what. */
    private static final Pattern BEHIND =
            Pattern.compile("\\S.* (?:as an? (?<kind>\\S.*)|(?:in|from|at) (?<place>\\p{Lu}.*))");

    /** “Tim Keller in this squad” is no name. */
    private static final Pattern POINTING =
            Pattern.compile("(?:.* (?:in|of|for|to|at|on|from) )?(?:this|that|these|those) .*");

    private static final Set<String> PERSONS = Set.of("him", "her", "he", "she");
    private static final Set<String> OF = Set.of("from", "of", "at", "in", "with", "for");
    static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern WITH_YEAR = Pattern.compile("\\b\\d{4}\\b|\\byears?\\b");
    /** As many as somebody names one by one. */
    private static final int STEPS_OF_A_KIND_MAX = 20;

    private static final int NEARLY_A_YEAR = 330;

    private static final Set<String> LIKING =
            Set.of("like", "love", "hate", "miss", "fear", "trust", "admire", "dislike");

    private static final Pattern DENYING = Pattern.compile(
            "(?i)(?:is|are|was|were|has|does|do)n['’]t .+|(?:not|never|no longer|since|until) .+|(?:with )?(?:each other|one another)|.+ (?:on|every) \\p{L}+days?|number \\S*\\d.*");

    boolean is(Proposal.Change change) {
        return !Form.matches(OTHERWISE, words).isEmpty()
                || isShared()
                || new OtherNumber(words).isLeftOut(change.steps())
                || new Accompanying(request, schema, words).isChanged(change.steps())
                || isOfNone(change.steps())
                || fewOfAKind(change.steps()).anyMatch(step -> new Changed(request)
                        .entity(step)
                        .filter(entity -> isUnlikely(entity, step))
                        .isPresent())
                || change.steps().stream()
                        .limit(1)
                        .anyMatch(step -> isUnlikelyAfterWhatWas(step) || isSomebodyElse(step));
    }

    /** Of thousands of records that get values of the same fields a few tell what the others do. */
    static Stream<Step> fewOfAKind(List<Step> steps) {
        Map<List<Object>, Integer> kinds = new HashMap<>();
        return steps.stream().filter(step -> kinds.merge(kind(step), 1, Integer::sum) <= STEPS_OF_A_KIND_MAX);
    }

    private static List<Object> kind(Step step) {
        Set<?> fields = step.params().get("values") instanceof Map<?, ?> values ? values.keySet() : Set.of();
        return List.of(step.op(), String.valueOf(step.params().get("entity")), fields);
    }

    /** “And, for this client, the site Shower House”: a site that is of no client. */
    private boolean isOfNone(List<Step> steps) {
        boolean forIt = IntStream.range(0, words.size() - 1)
                .anyMatch(i -> words.at(i).is("for") && words.at(i + 1).isOneOf(FOR_IT));
        List<Step> added =
                steps.stream().filter(step -> step.op().equals("record.create")).toList();
        return forIt && added.size() > 1 && added.stream().skip(1).allMatch(step -> isOfNone(added.get(0), step));
    }

    private boolean isOfNone(Step first, Step step) {
        return step.params().get("values") instanceof Map<?, ?> values
                && new Changed(request)
                        .entity(step)
                        .filter(entity -> entity.fields().stream()
                                .filter(field -> !values.containsKey(field.key()))
                                .anyMatch(field -> String.valueOf(first.params().get("entity"))
                                        .equals(field.target())))
                        .isPresent();
    }

    /** “They share a desk”, where no field is called share. */
    private boolean isShared() {
        return IntStream.range(1, words.size() - 1).anyMatch(i -> words.at(i).isOneOf(SHARING))
                && schema.entities().stream()
                        .flatMap(entity -> entity.fields().stream())
                        .noneMatch(field -> schema.stems(field.label()).contains("share"));
    }

    private boolean isUnlikely(EntityView entity, Step step) {
        return step.params().get("values") instanceof Map<?, ?> values
                && (step.op().equals("record.create")
                        ? pointsElsewhere(entity, values)
                                || isNearlyAYearAhead(values)
                                || goesOnBehindItsName(entity, values)
                                || isDenied(entity, values)
                        : renames(entity, step, values)
                                || isDenied(entity, values)
                                || isNearlyAYearAhead(values)
                                || (values.values().stream().anyMatch(BigDecimal.class::isInstance)
                                        && (new OnlyBound(words).isOfNumber(values.values())
                                                || new OtherNumber(words).is(values.values())))
                                || isBoundOfDay(entity, values)
                                || isCutOff(entity, values)
                                || isBehindItsLabel(entity, values)
                                || isLiked(entity, values)
                                || hasNoneOfAnother(entity, values)
                                || isTwice(entity, values)
                                || isCalledAsARecord(entity, values)
                                || tellsWhich(entity, values)
                                || isOfAnotherDeed(entity, values)
                                || new LackingOther(schema, words).is(entity, values)
                                || new OtherOption(words).is(entity, values)
                                || new Shares(words).isOtherwise(entity, values)
                                || new Unnamed(request, words).is(entity, values)
                                || new Miscounted(words).is(entity, values)
                                || new NotYet(words, request.today()).is(entity, values));
    }

    private boolean pointsElsewhere(EntityView entity, Map<?, ?> values) {
        return Given.of(entity, values)
                .filter(given -> given.field().type() == FieldType.TEXT)
                .filter(given -> POINTING.matcher(given.text()).matches())
                .anyMatch(given -> !isQuoted(given.value()));
    }

    /** What is quoted is meant as it stands, and an option of a question quotes what it is about. */
    private boolean isQuoted(@Nullable Object value) {
        return words.tokens().stream()
                .anyMatch(token -> token.quoted() && token.text().equals(value));
    }

    /** What only the record as it is tells; one look-up for both. */
    private boolean isUnlikelyAfterWhatWas(Step step) {
        return step.op().equals("record.update")
                && step.params().get("values") instanceof Map<?, ?> values
                && values.values().stream().anyMatch(String.class::isInstance)
                && new Changed(request)
                        .record(step)
                        .filter(record -> goesOnFromTheOld(record, values) || leavesUndone(record, values))
                        .isPresent();
    }

    /** “The opponent is FC Roth II”, where it was FC Roth: it is not “II”. */
    private boolean goesOnFromTheOld(RecordView record, Map<?, ?> values) {
        return values.entrySet().stream()
                .anyMatch(value -> record.values().get(String.valueOf(value.getKey())) instanceof String old
                        && words.sentence().contains(old + " " + value.getValue()));
    }

    /** “Packed by Moira” of what is not packed: whether it is now is not told. */
    private boolean leavesUndone(RecordView record, Map<?, ?> values) {
        Optional<EntityView> entity = request.schema().entity(record.entity());
        return entity.isPresent()
                && values.keySet().stream()
                        .flatMap(key -> entity.get().field(String.valueOf(key)).stream())
                        .map(field -> schema.stems(field.label()))
                        .filter(label -> label.size() == 2 && label.get(1).equals("by"))
                        .anyMatch(label -> entity.get().fields().stream()
                                .filter(field -> !values.containsKey(field.key()))
                                .anyMatch(field -> field.options().stream()
                                        .anyMatch(option -> schema.stems(option).equals(label.subList(0, 1))
                                                && !option.equals(
                                                        record.values().get(field.key())))));
    }

    /** “The Nowak household is vegeterian” gives it no other name; nor does a name's own word: “Okafor family: won”, of the field “Family”. */
    private boolean renames(EntityView entity, Step step, Map<?, ?> values) {
        FieldSpec title = entity.titleField().orElse(null);
        if (title == null
                || !values.containsKey(title.key())
                || words.tokens().stream().anyMatch(token -> token.isOneOf(RENAMING))) {
            return false;
        }
        Set<String> name = new Changed(request)
                .record(step)
                .map(record -> Sentence.read(record.title()).words().lowerCase())
                .orElse(Set.of());
        List<Token> rest =
                words.tokens().stream().filter(token -> !token.isOneOf(name)).toList();
        return !FieldWords.isNamed(title, new Phrase(words.sentence(), rest));
    }

    private boolean isBoundOfDay(EntityView entity, Map<?, ?> values) {
        return Given.of(entity, values)
                .anyMatch(given -> new OnlyBound(words).isDay(given.field(), given.text(), request.today()));
    }

    /** “Promoted to County League A. Kindly …”: “A.” is only the end of a name. */
    private boolean isCutOff(EntityView entity, Map<?, ?> values) {
        return Given.of(entity, values)
                .filter(given ->
                        given.field().type() == FieldType.TEXT && given.text().matches("\\p{Lu}\\.?"))
                .anyMatch(given -> IntStream.range(1, words.size())
                        .anyMatch(i -> words.at(i).text().startsWith(given.text())
                                && words.at(i - 1).text().matches("\\p{Lu}.*")));
    }

    /** “LS-405 room b”, where a room is called “Room B”. */
    private boolean isBehindItsLabel(EntityView entity, Map<?, ?> values) {
        return Given.of(entity, values)
                .filter(given -> given.field().type() == FieldType.TEXT && !isQuoted(given.value()))
                .anyMatch(given -> {
                    String labelled = given.field().label() + " " + given.text();
                    return words.text().toLowerCase(Locale.ROOT).contains(labelled.toLowerCase(Locale.ROOT))
                            && isValue(entity, labelled);
                });
    }

    /** “Momo likes Ruth”: she is nothing to him by that. */
    private boolean isLiked(EntityView entity, Map<?, ?> values) {
        return words.tokens().stream().anyMatch(token -> Words.isFormOf(token.text(), LIKING))
                && Given.fields(entity, values)
                        .anyMatch(field -> field.type() == FieldType.REFERENCE && !FieldWords.isNamed(field, words));
    }

    /** “The boy from Collegium Mare is ill, delete him”: not the school. */
    private boolean isSomebodyElse(Step step) {
        boolean person =
                step.op().equals("record.delete") && words.tokens().stream().anyMatch(token -> token.isOneOf(PERSONS));
        return person
                && new Changed(request)
                        .record(step)
                        .map(record -> Sentence.read(record.title()).words())
                        .filter(title -> words.hasAfter(OF, title))
                        .isPresent();
    }

    /** “29 September”, said on 1 October, is rather the last one than that of next year. */
    private boolean isNearlyAYearAhead(Map<?, ?> values) {
        String far = request.today().plusDays(NEARLY_A_YEAR).toString();
        return values.values().stream()
                        .anyMatch(value ->
                                value instanceof String day && DAY.matcher(day).matches() && day.compareTo(far) > 0)
                && words.tokens().stream()
                        .anyMatch(token -> Dates.month(token.word()).isPresent())
                && !WITH_YEAR.matcher(words.text()).find();
    }

    /** “The captain isn't Joel” calls nobody “isn't Joel”. */
    private boolean isDenied(EntityView entity, Map<?, ?> values) {
        return Given.of(entity, values)
                .filter(given -> given.field().type() == FieldType.TEXT)
                .anyMatch(given -> given.value() instanceof String text
                        && DENYING.matcher(text).matches()
                        && !isQuoted(text));
    }

    /** “She handed back her card, she has none any more”: an option that is called “none”, of a field of which nothing was said. */
    private boolean hasNoneOfAnother(EntityView entity, Map<?, ?> values) {
        return Given.of(entity, values)
                .filter(given -> "none".equalsIgnoreCase(given.text()))
                .anyMatch(given -> !FieldWords.isNamed(given.field(), words));
    }

    /** “The shop Bergblick in Wengen as a stockist”, “the site Ferry Road in Essex”, where others are in Essex, too. */
    private boolean goesOnBehindItsName(EntityView entity, Map<?, ?> values) {
        return values.values().stream()
                .filter(value -> value instanceof String && !isQuoted(value))
                .map(value -> BEHIND.matcher((String) value))
                .filter(Matcher::matches)
                .anyMatch(name -> name.group("kind") != null
                        ? schema.leadingEntity(Sentence.read(name.group("kind")).words())
                                .filter(found -> found.thing().equals(entity))
                                .isPresent()
                        : isValue(entity, name.group("place")));
    }

    private boolean isValue(EntityView entity, String text) {
        List<Filter> fields = entity.fields().stream()
                .filter(field -> field.type() == FieldType.TEXT && !field.unique())
                .map(field -> Filter.compare(field.key(), Comparison.EQ, text))
                .toList();
        return !fields.isEmpty()
                && !request.records()
                        .find(RecordQuery.where(entity.key(), new Filter.Any(fields), 1))
                        .isEmpty();
    }

    /** “9001 has come in today”: it was not ordered today by that. */
    private boolean isOfAnotherDeed(EntityView entity, Map<?, ?> values) {
        return Given.fields(entity, values)
                .filter(field -> Roles.isDate(field) && !FieldWords.isNamed(field, words))
                .flatMap(field -> Stream.of(field.label().split(" ", -1)))
                .filter(Words::isPast)
                .anyMatch(deed -> !Form.matches(CAME, words).isEmpty()
                        && Words.bases(deed).noneMatch(ARRIVING::contains));
    }

    /** “Lea is doing R-301 after R-302”: R-302 is no mechanic. */
    private boolean isCalledAsARecord(EntityView entity, Map<?, ?> values) {
        return entity.titleField().stream()
                .flatMap(title -> values.entrySet().stream()
                        .filter(value -> !title.key().equals(value.getKey()))
                        .map(Map.Entry::getValue)
                        .filter(value ->
                                value instanceof String text && text.matches("\\p{L}+-?\\d+") && !isQuoted(text))
                        .map(value ->
                                RecordQuery.where(entity.key(), Filter.compare(title.key(), Comparison.EQ, value), 1)))
                .anyMatch(query -> !request.records().find(query).isEmpty());
    }

    /** “Every break-in”, “the windows visits”: an option that tells which are meant, and not how they are to be. */
    private boolean tellsWhich(EntityView entity, Map<?, ?> values) {
        return Given.of(entity, values)
                .filter(given -> given.field().type() == FieldType.CHOICE)
                .map(given -> Sentence.read(given.text()).words())
                .anyMatch(option -> IntStream.range(1, words.size() - option.size())
                        .filter(i -> words.sub(i, i + option.size()).text().equalsIgnoreCase(option.text()))
                        .anyMatch(i -> tellsWhich(entity, i, i + option.size())));
    }

    private boolean tellsWhich(EntityView entity, int start, int end) {
        boolean every = words.at(start - 1).isOneOf(Set.of("every", "each"));
        boolean before = words.at(start - 1).isOneOf(Set.of("the", "all", "these", "those"))
                && words.at(end).word().endsWith("s")
                && schema.leadingEntity(words.from(end))
                        .filter(found -> found.thing().equals(entity))
                        .isPresent();
        return every || before;
    }

    /** “Put me down as the consultant”: not as the contact person, too. */
    private boolean isTwice(EntityView entity, Map<?, ?> values) {
        List<FieldSpec> same = Given.of(entity, values)
                .filter(given -> given.value() instanceof String text
                        && values.values().stream().filter(text::equals).count() > 1)
                .map(Given::field)
                .toList();
        return same.stream().anyMatch(field -> FieldWords.isNamed(field, words))
                && !same.stream().allMatch(field -> FieldWords.isNamed(field, words));
    }
}
