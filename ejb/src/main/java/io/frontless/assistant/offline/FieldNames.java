package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The names by which the fields of an entity are found. One sentence asks for thousands of names, so they are looked up and not compared. */
final class FieldNames {
    private static final Set<String> ARTICLES = Set.of("a", "an", "any");

    private static final Set<String> GENERIC = Set.of("number", "no", "nr", "id", "date", "name", "field", "column");

    private static final Set<String> PREPOSITIONS =
            Set.of("on", "by", "at", "for", "in", "of", "to", "from", "with", "until", "till");

    private static final Set<String> BEING = Set.of("is", "has", "ha");

    /** Letters that are enough to begin a name, as in “prio”. */
    private static final int BEGINNING_MIN = 4;

    /** Ways to look at a name, the strictest first: the whole, without “number” and the like, by synonyms. */
    private static final List<UnaryOperator<List<String>>> VIEWS =
            List.of(words -> words, FieldNames::withoutGeneric, FieldNames::commonWords);

    /** A name, and what it comes down to without generic words and by synonyms. */
    private record Name(List<String> words, List<String> common) {

        static Name of(List<String> words) {
            return new Name(words, commonWords(words));
        }
    }

    private final Map<FieldSpec, Set<Name>> names = new HashMap<>();
    private final List<Map<List<String>, Set<FieldSpec>>> views = new ArrayList<>();
    private final Map<List<String>, Set<FieldSpec>> endings = new HashMap<>();

    /** By names of one word that mean the same, as “cost” for “price”. */
    private final Map<List<String>, Set<FieldSpec>> synonyms = new HashMap<>();

    private final List<FieldSpec> fields;

    FieldNames(EntityView entity) {
        fields = entity.fields();
        VIEWS.forEach(view -> views.add(new HashMap<>()));
        for (FieldSpec field : fields) {
            add(field, Names.stems(field.label()));
            add(field, Names.stems(field.key()));
        }
    }

    private void add(FieldSpec field, List<String> name) {
        List<String> plain = withoutPreposition(name);
        names.computeIfAbsent(field, one -> new LinkedHashSet<>()).add(Name.of(name));
        if (!plain.isEmpty()) {
            names.get(field).add(Name.of(plain));
        }
        for (int view = 0; view < VIEWS.size(); view++) {
            put(views.get(view), VIEWS.get(view).apply(name), field);
            if (view > 0 && !plain.isEmpty()) {
                put(views.get(view), VIEWS.get(view).apply(plain), field);
            }
        }
        List<String> plainest = withoutGeneric(plain.isEmpty() ? name : plain);
        if (plainest.size() == 1) {
            Words.synonyms(plainest.get(0)).forEach(word -> put(synonyms, List.of(word), field));
        }
        int per = name.indexOf("per");
        int ends = per < 0 ? name.size() : Math.min(per + 1, name.size());
        for (int start = 1; start < ends; start++) {
            put(endings, name.subList(start, name.size()), field);
        }
    }

    /** “Due on” is also called “due”, and “price per head” a price. */
    private static List<String> withoutPreposition(List<String> name) {
        int last = name.size() - 1;
        int per = name.indexOf("per");
        if (per > 0) {
            return name.subList(0, per);
        }
        return last > 0 && PREPOSITIONS.contains(name.get(last)) ? name.subList(0, last) : List.of();
    }

    /** “Wants a receipt”, of the field “Wants receipt”. */
    static List<String> withoutArticles(List<String> said) {
        return said.size() < 3
                ? said
                : said.stream().filter(word -> !ARTICLES.contains(word)).toList();
    }

    /** “Is paid” and “Has a licence” ask: without that word. */
    static List<String> withoutBeing(List<String> name) {
        boolean asks = name.size() > 1 && BEING.contains(name.get(0));
        return asks ? name.subList(1, name.size()) : name;
    }

    private static void put(Map<List<String>, Set<FieldSpec>> index, List<String> name, FieldSpec field) {
        index.computeIfAbsent(name, one -> new LinkedHashSet<>()).add(field);
    }

    /** The fields that stems name: by the strictest view that finds any, then by a last word that only one field has. */
    List<FieldSpec> called(List<String> said) {
        for (int view = 0; view < VIEWS.size(); view++) {
            Set<FieldSpec> found = views.get(view).get(VIEWS.get(view).apply(said));
            if (found != null) {
                return List.copyOf(found);
            }
        }
        Set<FieldSpec> ending = GENERIC.containsAll(said) || PREPOSITIONS.containsAll(said) ? null : endings.get(said);
        return ending != null && ending.size() == 1 ? List.copyOf(ending) : List.of();
    }

    /** The fields whose names are the same but for endings and small misspellings, or begin with the word. */
    List<FieldSpec> alike(List<String> said) {
        List<String> words = commonWords(said);
        List<FieldSpec> alike = named(name -> Names.alike(name.words(), said) || Names.alike(name.common(), words));
        boolean begun = alike.isEmpty() && said.size() == 1 && said.get(0).length() >= BEGINNING_MIN;
        List<FieldSpec> found = begun
                ? named(name -> name.words().size() == 1 && name.words().get(0).startsWith(said.get(0))).stream()
                        .filter(field -> !Roles.isNumber(field))
                        .toList()
                : alike;
        return found.isEmpty() ? List.copyOf(synonyms.getOrDefault(said, Set.of())) : found;
    }

    private List<FieldSpec> named(Predicate<Name> fits) {
        return fields.stream()
                .filter(field -> names.getOrDefault(field, Set.of()).stream().anyMatch(fits))
                .toList();
    }

    private static List<String> withoutGeneric(List<String> words) {
        List<String> kept =
                words.stream().filter(word -> !GENERIC.contains(word)).toList();
        return kept.isEmpty() ? words : kept;
    }

    private static List<String> commonWords(List<String> words) {
        boolean mail = words.contains("email") || words.contains("mail");
        return withoutGeneric(words).stream()
                .filter(word -> !word.equals("e") && !(mail && word.equals("address")))
                .map(Synonyms::common)
                .toList();
    }
}
