package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.assistant.control.Proposal;
import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.operation.Step;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a change leaves out somebody or something that the sentence names: “a payslip for Milan” is Milan's. A name is used where it is among the new values, or
 * tells which records are changed, for it is among theirs then. Where a sentence tells what is left out, or what else has to be so, nothing can be said.
 *
 * @param isName whether a word is the first one of a name that some record has
 */
record LeftOut(PlanningRequest request, SchemaLinker schema, Phrase words, Predicate<String> isName) {

    private static final Set<String> BESIDE = Words.listed(
            "if unless when whenever once until while whether except excepting excluding but apart besides other than without not no nor"
                    + " neither never instead rather same like as or because since so after before should nobody none which who whose where"
                    + " outside provided assuming");

    /** What is changed by its values; a restored record is among no records before. */
    private static final Set<String> OPERATIONS = Set.of("record.create", "record.update", "record.delete");

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int CHARS_MIN = 3;

    /** Where more is changed, only this many records are looked at: what tells which they are is true of each. */
    private static final int STEPS_MAX = 5;

    private static final Set<String> ALL = Set.of("all", "every", "each");
    private static final Set<String> JOINS = Set.of("and", "&", ",", "or");
    private static final int NOUN_TOKENS_MAX = 4;
    private static final int OWNER_TOKENS_MAX = 5;
    private static final int CALLED_MAX = 5;

    /** “Invoices of patients in Berlin whose doctor is Lindt”: how far what tells which records are meant may be from them. */
    private static final int HOPS_MAX = 3;

    boolean is(Proposal.Change change) {
        boolean others = change.steps().stream().anyMatch(step -> !OPERATIONS.contains(step.op()));
        if (others
                || words.tokens().stream()
                        .anyMatch(token -> token.isOneOf(BESIDE) || token.word().endsWith("n't"))) {
            return false;
        }
        List<Step> steps = change.steps().stream().limit(STEPS_MAX).toList();
        Set<String> names = names(words);
        Set<String> used = new HashSet<>();
        for (int hops = 0; hops <= HOPS_MAX && !used.containsAll(names); hops++) {
            for (Step step : steps) {
                use(step, used, hops);
            }
        }
        names.removeAll(used);
        if (!names.isEmpty() && isStory(story(), used)) {
            names.removeAll(names(story()));
        }
        return names.stream().anyMatch(name -> !isSoAlready(name, change))
                || isOneOfAll(change)
                || isUndone(change)
                || isOfOneOwner(steps);
    }

    private Set<String> names(Phrase some) {
        return some.tokens().stream()
                .filter(token -> token.isWord() && token.text().length() >= CHARS_MIN)
                .filter(token -> canBeName(token) && isName.test(token.word()) && !isOfSchema(token))
                .map(Token::word)
                .collect(Collectors.toSet());
    }

    /** “Globex called, INV-0089 has been paid”: what comes first. */
    private Phrase story() {
        int end = 0;
        while (end < words.size() && !words.at(end).is(",")) {
            end++;
        }
        return words.to(end == words.size() ? 0 : end);
    }

    /** Whether none of the words is of a record or of a value. */
    private boolean isStory(Phrase first, Set<String> used) {
        return first.tokens().stream().noneMatch(token -> used.contains(token.word()) && !Light.isJoining(token));
    }

    /** “Samir's and Eric's shifts”: not only those that are of both. */
    private boolean isOfOneOwner(List<Step> steps) {
        for (int i = 1; i < words.size() - 1; i++) {
            int other = i + 2;
            while (other < words.size() && !words.at(other).is("'s") && other - i < OWNER_TOKENS_MAX) {
                other++;
            }
            boolean both = words.at(i).is("'s")
                    && words.at(i + 1).isOneOf(JOINS)
                    && other < words.size()
                    && words.at(other).is("'s");
            if (both) {
                List<String> owners =
                        List.of(words.at(i - 1).word(), words.at(other - 1).word());
                return steps.stream().allMatch(step -> isOf(step, owners));
            }
        }
        return false;
    }

    /** “All waiting repairs to Lea, and promise R-308 for Friday”: not only R-308. */
    private boolean isOneOfAll(Proposal.Change change) {
        Set<String> changed = change.steps().stream()
                .map(step -> String.valueOf(step.params().get("id")))
                .collect(Collectors.toSet());
        String key = String.valueOf(change.steps().get(0).params().get("entity"));
        return changed.size() == 1
                && IntStream.range(0, words.size() - 1).anyMatch(i -> isAll(i, key))
                && record(key, change.steps().get(0).params().get("id"))
                        .filter(record -> words.tokens().stream()
                                .anyMatch(token -> token.text().equalsIgnoreCase(record.title())))
                        .isPresent();
    }

    private boolean isOf(Step step, List<String> owners) {
        Set<String> used = new HashSet<>();
        use(step, used, HOPS_MAX - 1);
        return used.containsAll(owners);
    }

    /** “All waiting repairs”, of the table. */
    private boolean isAll(int i, String entity) {
        return words.at(i).isOneOf(ALL)
                && IntStream.range(i + 1, Math.min(words.size(), i + NOUN_TOKENS_MAX))
                        .anyMatch(noun -> schema.leadingEntity(words.from(noun))
                                .filter(found -> found.thing().key().equals(entity))
                                .isPresent());
    }

    /** “Send those two, payable by Friday”: what can be sent is sent, too. */
    private boolean isUndone(Proposal.Change change) {
        Token verb = words.at(0);
        Step step = change.steps().get(0);
        return verb.isWord()
                && !Words.isPast(verb.text())
                && !isName.test(verb.word())
                && step.op().equals("record.update")
                && step.params().get("values") instanceof Map<?, ?> values
                && request.schema()
                        .entity(String.valueOf(step.params().get("entity")))
                        .filter(entity -> values.keySet().stream()
                                .flatMap(key -> entity.field(String.valueOf(key)).stream())
                                .flatMap(field -> Stream.of(field.label().split(" ", -1)))
                                .flatMap(Words::bases)
                                .noneMatch(verb.word()::equals))
                        .filter(entity -> entity.fields().stream()
                                .filter(field -> !values.containsKey(field.key()))
                                .flatMap(field -> field.options().stream())
                                .anyMatch(option -> Words.isPast(option)
                                        && Words.bases(option).anyMatch(verb.word()::equals)))
                        .isPresent();
    }

    /** A word of the language, in small letters, is one, though some name begin with it: “works”, “winter”. */
    private static boolean canBeName(Token word) {
        boolean small = word.text().equals(word.word());
        return !Light.isJoining(word)
                && !Light.isChanging(word)
                && !(small
                        && (Words.isKnown(word.word())
                                || Amounts.count(new Phrase(word.text(), List.of(word)))
                                        .isPresent()));
    }

    private boolean isOfSchema(Token word) {
        List<String> stems = schema.stems(word.text());
        return schema.entities().stream()
                .anyMatch(entity -> schema.stems(entity.label()).containsAll(stems)
                        || entity.fields().stream()
                                .anyMatch(field -> schema.stems(field.label()).containsAll(stems)
                                        || field.options().stream().anyMatch(option -> schema.stems(option)
                                                .containsAll(stems))));
    }

    /** “J-204 and J-210 are cancelled”, where J-210 is already; “his rate shall equal Femke's”, which it does now. */
    private boolean isSoAlready(String name, Proposal.Change change) {
        return change.steps().stream()
                .map(step -> step.params().get("values"))
                .filter(Map.class::isInstance)
                .flatMap(values -> ((Map<?, ?>) values).values().stream())
                .anyMatch(value -> called(name)
                        .anyMatch(record -> record.values().byField().containsValue(value)));
    }

    private Stream<RecordView> called(String name) {
        return schema.entities().stream().flatMap(entity -> entity.titleField().stream()
                .flatMap(title -> request
                        .records()
                        .find(RecordQuery.where(
                                entity.key(), Filter.compare(title.key(), Comparison.STARTS_WITH, name), CALLED_MAX))
                        .stream()));
    }

    private void use(Step step, Set<String> used, int hops) {
        String key = String.valueOf(step.params().get("entity"));
        EntityView entity = request.schema().entity(key).orElse(null);
        if (entity == null) {
            return;
        }
        if (step.params().get("values") instanceof Map<?, ?> values) {
            use(entity, values, used, Math.min(hops, 1));
        }
        if (hops > 0) {
            record(key, step.params().get("id"))
                    .ifPresent(record -> use(entity, record.values().byField(), used, hops - 1));
        }
    }

    /** What a record has, and what the records have that it refers to. */
    private void use(EntityView entity, Map<?, ?> values, Set<String> used, int hops) {
        values.forEach((key, value) -> {
            use(String.valueOf(value), used);
            if (hops > 0) {
                entity.field(String.valueOf(key)).map(FieldSpec::target).ifPresent(target -> record(target, value)
                        .ifPresent(record -> request.schema()
                                .entity(target)
                                .ifPresent(other -> use(other, record.values().byField(), used, hops - 1))));
            }
        });
    }

    private Optional<RecordView> record(String entity, @Nullable Object id) {
        return id == null || String.valueOf(id).startsWith("$")
                ? Optional.empty()
                : request.records().withId(entity, String.valueOf(id));
    }

    private static void use(String text, Set<String> used) {
        String folded = text.toLowerCase(Locale.ROOT);
        used.addAll(List.of(BETWEEN.split(folded, -1)));
        used.addAll(List.of(SPACES.split(folded, -1)));
    }
}
