package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a change gives a day or a number to a field of which nothing in the sentence tells: “the boat leaves tomorrow” is not until when its licence runs, and
 * “he paid 100” no limit. Words that move any day or change any price do tell.
 */
record Unnamed(PlanningRequest request, Phrase words) {

    private static final Set<String> GENERIC =
            Words.listed("number no nr on by of in per the at for to from hourly daily weekly monthly yearly");
    private static final Set<String> GENERIC_OF_DAYS = Words.listed("date day time until till");

    private static final Set<String> MOVING = Words.listed(
            "move postpone extend prolong delay push put shift bring slip slide reschedule grant set change make swap defer"
                    + " adjourn happen place due");

    /** The same, unless it is of another deed: “leaves a day later”. */
    private static final Set<String> SOONER = Words.listed("earlier later longer sooner instead rather");

    private static final Set<String> UNTIL = Set.of("until", "till");

    /** What is later or earlier by these is only a day that they name. */
    private static final Set<String> GOING = Words.listed("leave arrive stay close come");

    private static final Set<String> PRICING = Words.listed(
            "cost cheap cheaper dear dearer expensive price charge raise discount rate quote percent knock more less half double twice triple"
                    + " size long last set make give");

    /** What anybody does with anything: “done by Dov”. */
    private static final Set<String> DOING = Set.of("do", "handle", "take", "make", "see", "run", "carry");

    private static final Set<String> WRITING = Set.of("mail", "email", "write", "text", "message", "reply");
    private static final Set<String> NAMING = Set.of("rename", "call", "name");

    private static final Pattern TO_AMOUNT = Pattern.compile(
            "(?:\\b(?:to|by|at|for|per)|[=:%+]) *[€£$]?\\d|\\d *(?:%|percent|per|a|an|up|off|down)\\b|%");

    /** “Finished at 5”. */
    private static final Pattern AT_TIME = Pattern.compile(
            "\\b(?:start|began|begin|finish|end|came|come|left|leave|arriv|open|close|stop|met|meet)\\w* at \\d");

    private static final Set<String> PAYING = Set.of("pay", "cost");

    private static final Pattern MORE_DAYS = Pattern.compile("\\bmore (?:days|weeks|months)\\b");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+");

    boolean is(EntityView entity, Map<?, ?> values) {
        return Given.of(entity, values).anyMatch(given -> isUnnamed(entity, given.field(), given.value()));
    }

    private boolean isUnnamed(EntityView entity, FieldSpec field, @Nullable Object value) {
        if (Roles.isDate(field)) {
            boolean timed = field.type() == FieldType.DATETIME && MomentWords.tellTime(words);
            return !timed && !isTold(field) && !isMoved(entity, field);
        }
        return value instanceof BigDecimal number
                ? isYear(field, number) || (!isTold(field) && !isPriced(entity, field))
                : value instanceof String text && (isHearsay(field, text) || isByAnother(field, text));
    }

    /** “Harry mailed: ‘cancel it’” is no name of a contact. */
    private boolean isHearsay(FieldSpec field, String text) {
        return field.type() == FieldType.TEXT
                && !Light.isChanging(words.at(0))
                && IntStream.range(1, words.size())
                        .filter(i -> words.at(i).quoted() && words.at(i).text().equals(text))
                        .anyMatch(quote -> words.sub(1, quote).tokens().stream().anyMatch(Unnamed::tellsWords))
                && !isTold(field);
    }

    private static boolean tellsWords(Token verb) {
        return Words.isFormOf(verb.text(), WRITING)
                || (Words.isTalk(verb.text()) && !Words.isFormOf(verb.text(), NAMING));
    }

    /** “Confirmed by Sam”: he is not who hosts it by that. */
    private boolean isByAnother(FieldSpec field, String value) {
        return IntStream.range(1, words.size() - 1)
                .filter(i -> words.at(i).is("by")
                        && Words.isPast(words.at(i - 1).text())
                        && !Words.isFormOf(words.at(i - 1).text(), DOING))
                .anyMatch(i -> isName(field, value, words.at(i + 1)) && !isTold(field));
    }

    private boolean isName(FieldSpec field, String value, Token word) {
        String target = field.target();
        Optional<String> name = field.type() == FieldType.TEXT
                ? Optional.of(value)
                : target == null
                        ? Optional.empty()
                        : new Changed(request).record(target, value).map(RecordView::title);
        return name.filter(said -> said.toLowerCase(Locale.ROOT).startsWith(word.word()))
                .isPresent();
    }

    private boolean isMoved(EntityView entity, FieldSpec field) {
        boolean named =
                said().stream().anyMatch(word -> Roles.dates(entity, word).contains(field));
        boolean sooner = has(SOONER) || (has(UNTIL) && Roles.isDue(field));
        return named
                || has(MOVING)
                || (sooner && !has(GOING))
                || MORE_DAYS.matcher(text()).find();
    }

    private boolean isPriced(EntityView entity, FieldSpec field) {
        if (has(PAYING) && Names.stems(field.label()).contains("limit")) {
            return false;
        }
        return field.type() == FieldType.MONEY
                ? has(PRICING)
                        || (TO_AMOUNT.matcher(text()).find()
                                && !AT_TIME.matcher(text()).find())
                : has(PRICING)
                        || said().stream()
                                .anyMatch(word -> Roles.measuredBy(entity, word).contains(field));
    }

    /** “Earned 20 in 2025”. */
    private boolean isYear(FieldSpec field, BigDecimal value) {
        return field.type() == FieldType.MONEY
                && text().matches(".*\\b(?:in|since|until) " + value.toPlainString() + "\\b.*");
    }

    private boolean has(Set<String> some) {
        return said().stream().anyMatch(word -> Words.isFormOf(word, some));
    }

    private String text() {
        return words.text().toLowerCase(Locale.ROOT);
    }

    private List<String> said() {
        return Arrays.stream(BETWEEN.split(text()))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether a word of its name stands there, or one for the same, in whatever form and perhaps misspelt. */
    private boolean isTold(FieldSpec field) {
        List<String> label = Names.stems(field.label()).stream()
                .filter(word -> !GENERIC.contains(word) && !(Roles.isDate(field) && GENERIC_OF_DAYS.contains(word)))
                .toList();
        Set<String> roots = said().stream().flatMap(Unnamed::roots).collect(Collectors.toSet());
        return label.isEmpty()
                || label.stream().anyMatch(word -> Stream.concat(Stream.of(word), Words.synonyms(word).stream())
                        .flatMap(Unnamed::roots)
                        .anyMatch(roots::contains))
                || label.stream().anyMatch(word -> said().stream()
                        .anyMatch(said -> Names.alike(List.of(word), Names.stems(said))));
    }

    private static Stream<String> roots(String word) {
        return Stream.concat(Words.bases(word), Stream.of(Names.singular(word)))
                .flatMap(base -> Stream.of(Names.root(base), Names.root(Synonyms.common(base))));
    }
}
