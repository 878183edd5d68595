package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds the field of a value that is said without it, by what other records have: “Cardio” is the area of some, so it is one. */
record KnownValues(Turn turn, EntityView entity) {

    private static final Pattern PLATE = Pattern.compile("[\\p{Lu}\\d-]+");
    private static final Pattern ENDING = Pattern.compile("\\p{L}.* \\d+");

    /** Words before such a value. */
    static final Set<String> PLACED = Set.of("at", "in", "by", "with", "for");

    private static final int NAME_TOKENS_MAX = 3;

    /** Titles that are looked at to see what they are like. */
    private static final int TITLES_MAX = 20;

    /** The field, or the one free name for a text that is quoted or follows a number. */
    Optional<FieldSpec> field(Phrase said, Set<FieldSpec> taken) {
        List<FieldSpec> free =
                entity.fields().stream().filter(field -> !taken.contains(field)).toList();
        List<FieldSpec> names = Roles.naming(entity).stream()
                .filter(field -> field.type() == FieldType.TEXT && free.contains(field))
                .toList();
        int titles = entity.titleField().filter(taken::contains).isPresent() ? 1 : 0;
        boolean name = taken.size() == titles
                && names.size() == 1
                && Roles.isName(names.get(0))
                && said.tokens().stream().allMatch(token -> token.text().matches("\\p{Lu}.*"));
        if (said.isQuoted() || name) {
            return names.size() == 1 ? names.stream().findFirst() : Optional.empty();
        }
        return new Holders(turn, entity, free)
                .read(withoutPreposition(said), Holders.Relation.NONE)
                .map(Holders.Held::field);
    }

    /** The place of what is new, where it is written like a name and no other text is without a value. */
    Optional<FieldSpec> onlyText(Phrase said, Set<FieldSpec> taken) {
        List<FieldSpec> free = entity.fields().stream()
                .filter(field -> field.type() == FieldType.TEXT && !taken.contains(field))
                .toList();
        boolean name = said.size() <= NAME_TOKENS_MAX
                && said.tokens().stream().allMatch(token -> token.text().matches("\\p{Lu}\\p{L}+"));
        return name && free.size() == 1 && Roles.place(entity).containsAll(free)
                ? free.stream().findFirst()
                : Optional.empty();
    }

    /** Whether the words begin with the name of a record that a field without a value can refer to. */
    boolean isReference(Phrase words, Set<FieldSpec> taken) {
        List<FieldSpec> references = entity.fields().stream()
                .filter(field -> field.type() == FieldType.REFERENCE && !taken.contains(field))
                .toList();
        return !words.isEmpty()
                && words.at(0).text().matches("\\p{Lu}.*")
                && new Holders(turn, entity, references)
                        .leading(words, Holders.Relation.NONE)
                        .isPresent();
    }

    /** Whether a name would go on with a place that something in the workspace has: “Café Mond in University”. */
    boolean takesInPlace(Phrase name) {
        return IntStream.range(1, name.size() - 1)
                .filter(i -> name.at(i).isOneOf(PLACED))
                .anyMatch(i -> turn.schema().entities().stream()
                        .anyMatch(other -> State.leading(turn.schema(), other, name.from(i + 1)) == name.size() - i - 1
                                || new Holders(turn, other, Roles.place(other))
                                        .read(name.from(i + 1), Holders.Relation.NONE)
                                        .isPresent()));
    }

    /** Whether others have a number such as INV-1 for their title, and this is none. */
    boolean isNoNumber(FieldSpec title, Phrase said) {
        return Roles.isNumbered(title) && !said.isQuoted() && !said.text().matches(".*\\d.*");
    }

    /** Whether a word and a number are one title, since those of others are such: “HH-MN 620” among plates, “Booth 3” beside “Booth 1”. */
    boolean isTitle(Phrase name) {
        Optional<FieldSpec> title = entity.titleField()
                .filter(field -> field.type() == FieldType.TEXT && name.size() > 1)
                .filter(field -> name.tokens().stream().noneMatch(Token::quoted)
                        && name.at(name.size() - 1).text().matches("\\d+"));
        if (title.isEmpty()) {
            return false;
        }
        List<String> known = titles();
        if (known.contains(name.text())) {
            return false;
        }
        if (name.size() > 2) {
            return endInNumbers(known);
        }
        String shape = shape(name.text());
        String begun = name.at(0).text() + " ";
        boolean code = name.at(0).text().matches("[\\p{Lu}-]+");
        return (code
                        && !known.isEmpty()
                        && known.stream().allMatch(other -> shape(other).equals(shape)))
                || known.stream()
                        .anyMatch(
                                other -> other.startsWith(begun) && shape(other).equals(shape))
                || endInNumbers(known);
    }

    /** “Mill Lane 3”, “Station Road 8”: most are called by words and a number. */
    private static boolean endInNumbers(List<String> known) {
        long ending =
                known.stream().filter(other -> ENDING.matcher(other).matches()).count();
        return ending > 1 && 2 * ending > known.size();
    }

    /** “KX19 BLU”: a code in two parts, as most of the others are. */
    boolean isPlate(Phrase name) {
        if (name.size() != 2
                || name.tokens().stream()
                        .anyMatch(token -> !PLATE.matcher(token.text()).matches())) {
            return false;
        }
        List<String> known = titles();
        String shape = shape(name.text());
        long alike = known.stream().filter(other -> shape(other).equals(shape)).count();
        return alike > 1 && 2 * alike > known.size();
    }

    private List<String> titles() {
        return entity.titleField()
                .map(
                        title -> turn
                                .request()
                                .records()
                                .find(RecordQuery.where(entity.key(), Filter.everything(), TITLES_MAX))
                                .stream()
                                .map(record -> String.valueOf(record.values().get(title.key())))
                                .toList())
                .orElse(List.of());
    }

    /** What a code looks like, whatever its letters and numbers are. */
    private static String shape(String code) {
        return code.replaceAll("\\p{L}+", "A").replaceAll("\\d+", "9");
    }

    /** “At the Schlosshof”: a place is called without its article. */
    Phrase withoutArticle(FieldSpec field, Phrase said) {
        boolean name = said.size() > 1
                && said.at(0).text().equals("the")
                && said.from(1).tokens().stream().allMatch(token -> token.text().matches("\\p{Lu}.*"));
        boolean title = entity.titleField().filter(field::equals).isPresent();
        return name && !title && field.type() == FieldType.TEXT ? said.from(1) : said;
    }

    static Phrase withoutPreposition(Phrase said) {
        return said.size() > 1 && said.startsWithOneOf(PLACED) ? said.from(1) : said;
    }

    /** “Room 2” is a value as a whole where the rooms of other records are called so, and so is a 2 for such a room; {@code words} are those that it stands among. */
    Optional<Object> withLabel(FieldSpec field, Phrase words, Phrase value) {
        Optional<String> time = new Clocks(turn, entity).read(field, value);
        if (time.isPresent()) {
            return time.map(text -> text);
        }
        int before = words.tokens().indexOf(value.at(0)) - 1;
        boolean labelled = before >= 0
                && Names.same(field.label(), words.at(before).text())
                && value.at(value.size() - 1).text().matches("[\\p{Lu}\\d].*");
        boolean number = value.size() == 1 && value.text().matches("\\d+");
        if (field.type() != FieldType.TEXT || value.isQuoted() || !(labelled || number)) {
            return Optional.empty();
        }
        Filter begun = Filter.compare(field.key(), Comparison.STARTS_WITH, field.label() + " ");
        RecordQuery query = RecordQuery.where(entity.key(), begun, 1);
        return turn.request().records().find(query).isEmpty()
                ? Optional.empty()
                : Optional.of(field.label() + " " + value.text());
    }
}
