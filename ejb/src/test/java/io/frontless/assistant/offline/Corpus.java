package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.operation.FieldRules;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Values;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaView;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A workspace and sentences said in it by its author, of a file under {@code planner/}: tables with a field on each line, records after {@code =}, then
 * {@code sentence => outcome}, where several outcomes that would do are parted by {@code ||}. {@link Outcomes} says how an outcome is written.
 */
final class Corpus {

    static final List<String> NAMES = List.of(
            "crm",
            "clinic",
            "library",
            "construction",
            "school",
            "shop",
            "fleet",
            "projects",
            "hotel",
            "gallery",
            "gym");

    /** Written by somebody who did not know the planner. */
    static final List<String> STRANGE = List.of(
            "events",
            "lawfirm",
            "plant",
            "property",
            "museum",
            "logistics",
            "brewery",
            "insurance",
            "agency",
            "dentist",
            "bookshop",
            "vet",
            "itsupport",
            "coworking",
            "winery",
            "cateringfirm",
            "nursery",
            "recruiting",
            "printshop",
            "farm",
            "travel",
            "theatre",
            "optician",
            "marina",
            "removals",
            "recordings",
            "cleaning",
            "bikes",
            "driving",
            "gardens",
            "solar",
            "publisher",
            "translations",
            "wholesale",
            "kindergarten",
            "architects",
            "furniture",
            "accountants",
            "radio",
            "physio",
            "florist",
            "footballclub",
            "carrental",
            "foodbank",
            "filmcrew",
            "plumbers",
            "pharmacy",
            "toolhire",
            "dancestudio",
            "ferries",
            "archaeology",
            "scrapyard",
            "payroll",
            "dairy",
            "deskshare",
            "vintner",
            "housecleaners",
            "designoffice",
            "bikeshop",
            "charity",
            "balloons",
            "blood",
            "escaperooms",
            "fishauction",
            "security",
            "sweeps",
            "funerals",
            "bees",
            "tailor",
            "orchestra",
            "markethall",
            "tutoring",
            "lifts",
            "zoo",
            "carwash",
            "exchange",
            "pianos",
            "snow",
            "cinema",
            "spices",
            "allotments",
            "antiques",
            "bakery",
            "campsite",
            "charging",
            "homecare",
            "pestcontrol",
            "laundry",
            "stonemason",
            "skischool",
            "musicschool",
            "boatyard",
            "parking",
            "hairsalon",
            "glazier",
            "ridingstable",
            "licences",
            "roastery",
            "townhall",
            "trucktyres",
            "trials",
            "roofers",
            "taxis",
            "waterlab",
            "tennisclub",
            "salesteam",
            "consultancy",
            "bottlers",
            "estateagents",
            "eventhall",
            "machineshop",
            "trainers",
            "couriers",
            "publicity",
            "clockmaker",
            "helpdesk",
            "officefurniture",
            "languageschool");

    /** Written in ways that were not understood then: by whoever knew the planner, to see how far it goes. */
    static final List<String> BOLD = List.of("garage", "choir", "shelter");

    /** Of days with their times; all of it is understood. */
    static final String TIMED = "appointments";

    /** A sentence that is drawn by its phrasing alone, so that no sentence of the same make is on the other side. */
    private static final int PARTS = 3;

    /**
     * A sentence with what may come of it.
     *
     * @param mentioned what the turn before was about, as {@code Invoice: INV-1, INV-2}; empty for nothing
     */
    record Said(String corpus, String section, String mentioned, String sentence, Set<String> outcomes) {

        /** The sentence without its values: ids, numbers, quoted texts and names with capitals. */
        String phrasing() {
            return sentence.replaceAll("\"[^\"]*\"", "Q")
                    .replaceAll("(?<!^)\\b\\p{Lu}[\\p{L}.-]*(\\s+(&\\s+)?\\p{Lu}[\\p{L}.]*)*", "N")
                    .replaceAll("[#$]?\\p{L}*-?\\d[\\d.,:-]*\\p{L}*", "D")
                    .toLowerCase(Locale.ROOT);
        }

        /** Whether it is of the part that was kept aside. */
        boolean keptAside() {
            return Math.floorMod(phrasing().hashCode(), PARTS) == 0;
        }

        @Override
        public String toString() {
            return corpus + ": " + (mentioned.isEmpty() ? "" : "[" + mentioned + "] ") + sentence;
        }
    }

    private final String name;
    private String author = "";
    private final List<EntityView> entities = new ArrayList<>();
    private final List<String[]> rows = new ArrayList<>();
    private final List<String> rowEntities = new ArrayList<>();
    private final List<Said> sentences = new ArrayList<>();

    private Corpus(String name) {
        this.name = name;
    }

    static Corpus read(String name) {
        Corpus corpus = new Corpus(name);
        String text = text(name);
        int start = text.indexOf("\n== ");
        corpus.readTables(text.substring(0, start));
        corpus.readSentences(text.substring(start));
        return corpus;
    }

    static List<Said> all() {
        return NAMES.stream().flatMap(name -> sentences(name).stream()).toList();
    }

    /** The sentences of one file. */
    static List<Said> sentences(String name) {
        return read(name).sentences;
    }

    /** All sentences of those that were written by somebody else. */
    static List<Said> strange() {
        return STRANGE.stream().flatMap(name -> sentences(name).stream()).toList();
    }

    /** All sentences of those that go further than what is understood. */
    static List<Said> bold() {
        return BOLD.stream().flatMap(name -> sentences(name).stream()).toList();
    }

    private static String text(String name) {
        try (InputStream in = Corpus.class.getResourceAsStream("/planner/" + name + ".txt")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readTables(String text) {
        String label = "";
        List<FieldSpec> fields = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("author ")) {
                author = line.substring("author ".length()).strip();
            } else if (line.startsWith("=")) {
                rows.add(line.substring(1).strip().split(" \\| ", -1));
                rowEntities.add(key(label));
            } else if (line.startsWith("  ")) {
                fields.add(field(line.strip()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                add(label, fields);
                label = line.strip();
                fields = new ArrayList<>();
            }
        }
        add(label, fields);
    }

    private void add(String label, List<FieldSpec> fields) {
        if (!label.isEmpty()) {
            entities.add(new EntityView(key(label), label, 1, fields));
        }
    }

    private static FieldSpec field(String line) {
        String[] words = line.split(" ", -1);
        int at = Math.max(
                Arrays.asList(words).indexOf("choice"), Arrays.asList(words).indexOf("ref"));
        at = at < 0 ? words.length - 1 : at;
        String label = String.join(" ", Arrays.copyOf(words, at));
        String rest = Arrays.stream(words).skip(at + 1L).collect(Collectors.joining(" "));
        String type = words[at].replaceAll("[!*]", "");
        boolean unique = words[at].endsWith("!");
        return new FieldSpec(
                key(label),
                label,
                type.equals("ref") ? FieldType.REFERENCE : FieldType.valueOf(type.toUpperCase(Locale.ROOT)),
                unique || words[at].endsWith("*"),
                unique,
                type.equals("choice") ? List.of(rest.split("/", -1)) : List.of(),
                type.equals("ref") ? key(rest) : null,
                FieldRules.NONE);
    }

    static String key(String label) {
        return label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }

    private void readSentences(String text) {
        String section = "";
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("== ")) {
                section = line.substring(3);
            } else if (!line.isBlank()) {
                String[] parts = line.split(" => ?", 2);
                String sentence = parts[0].strip();
                String mentioned = "";
                if (sentence.startsWith("[")) {
                    mentioned = sentence.substring(1, sentence.indexOf(']'));
                    sentence = sentence.substring(sentence.indexOf(']') + 1).strip();
                }
                Set<String> outcomes = Arrays.stream(parts[1].split("\\|\\|", -1))
                        .map(String::strip)
                        .collect(Collectors.toSet());
                sentences.add(new Said(name, section, mentioned, sentence, outcomes));
            }
        }
    }

    /** The workspace as it is before each sentence. */
    Workspace workspace(String mentioned) {
        SchemaView schema =
                new SchemaView(entities, entities.stream().map(EntityView::key).collect(Collectors.toSet()));
        InMemoryRecords records = new InMemoryRecords(schema, true);
        for (int i = 0; i < rows.size(); i++) {
            EntityView entity = schema.entity(rowEntities.get(i)).orElseThrow();
            Values values = Values.none();
            for (int j = 0; j < entity.fields().size(); j++) {
                FieldSpec field = entity.fields().get(j);
                Object value = value(field, rows.get(i)[j], records);
                values = value == null ? values : values.with(field.key(), value);
            }
            records.add(entity.key(), rows.get(i)[0], values);
        }
        return new Workspace(schema, records, mentions(mentioned, records)).by(author);
    }

    private static List<Mention> mentions(String mentioned, InMemoryRecords records) {
        List<Mention> mentions = new ArrayList<>();
        if (!mentioned.isEmpty()) {
            String entity = key(mentioned.substring(0, mentioned.indexOf(':')));
            for (String title : mentioned.substring(mentioned.indexOf(':') + 1).split(",", -1)) {
                mentions.add(new Mention(entity, records.named(entity, title.strip())));
            }
        }
        return mentions;
    }

    private static @Nullable Object value(FieldSpec field, String text, InMemoryRecords records) {
        if (text.equals("-")) {
            return null;
        }
        return switch (field.type()) {
            case INTEGER, DECIMAL, MONEY -> new BigDecimal(text);
            case BOOLEAN -> text.equals("yes");
            case REFERENCE ->
                records.named(String.valueOf(field.target()), text).toString();
            case TEXT, LONG_TEXT, DATE, DATETIME, CHOICE, EMAIL, PHONE, URL -> text;
        };
    }

    /** An entity of the workspace by the label that outcomes use. */
    static String label(Workspace workspace, String entity) {
        return workspace.schema().entity(entity).map(EntityView::label).orElse(entity);
    }

    /** A record's title. */
    static String title(Workspace workspace, Object id) {
        return workspace.records().all().stream()
                .filter(record -> record.id().equals(UUID.fromString(String.valueOf(id))))
                .map(RecordView::title)
                .findFirst()
                .orElse(String.valueOf(id));
    }
}
