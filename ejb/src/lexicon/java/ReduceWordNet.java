import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reduces the files of WordNet 3.0 to the table of words that the offline planner reads: {@code java ReduceWordNet.java DICT TABLE}. It keeps single
 * words that are used, as WordNet's own count of texts tells, and of their senses those that are common.
 */
final class ReduceWordNet {

    /** Lexicographer's files of verbs that tell of talk, thought, feeling and perception. */
    private static final Set<Integer> TALK = Set.of(31, 32, 37, 39);

    private static final double TALK_SHARE = 0.4;

    /** Senses of a word, the most usual first, in which it counts as a synonym. */
    private static final int SENSES_MAX = 2;

    /** How often a word is used as each part of speech, and how often as a verb of talk. */
    private static final class Uses {
        private final int[] of = new int[5];
        private int talk;
    }

    private final Path dict;
    private final Map<String, Uses> uses = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();

    private ReduceWordNet(Path dict) {
        this.dict = dict;
    }

    public static void main(String[] args) throws IOException {
        ReduceWordNet reduced = new ReduceWordNet(Path.of(args[0]));
        reduced.count();
        reduced.verbsAndAdverbs();
        reduced.irregular();
        reduced.synonyms();
        Path table = Path.of(args[1]);
        List<String> head = Files.readAllLines(table, StandardCharsets.UTF_8).stream()
                .takeWhile(line -> line.startsWith("#"))
                .toList();
        List<String> all = new ArrayList<>(head);
        all.addAll(reduced.lines);
        Files.write(table, all, StandardCharsets.UTF_8);
    }

    private List<String> read(String name) throws IOException {
        return Files.readAllLines(dict.resolve(name), StandardCharsets.ISO_8859_1).stream()
                .filter(line -> !line.startsWith("  "))
                .toList();
    }

    private void count() throws IOException {
        for (String line : read("cntlist.rev")) {
            String[] parts = line.split("[% ]");
            String[] sense = parts[1].split(":");
            int kind = sense[0].equals("5") ? 3 : Integer.parseInt(sense[0]);
            int times = Integer.parseInt(parts[3]);
            Uses word = uses.computeIfAbsent(parts[0], one -> new Uses());
            word.of[kind] += times;
            if (kind == 2 && TALK.contains(Integer.parseInt(sense[1]))) {
                word.talk += times;
            }
        }
    }

    /** Words that are verbs or adverbs before all. */
    private void verbsAndAdverbs() {
        uses.forEach((word, use) -> {
            int others = use.of[1] + use.of[3];
            if (isPlain(word) && use.of[2] > others + use.of[4]) {
                lines.add((use.talk >= TALK_SHARE * use.of[2] ? "talk " : "deed ") + word);
            } else if (isPlain(word) && use.of[4] > others + use.of[2]) {
                lines.add("adverb " + word);
            }
        });
    }

    private void irregular() throws IOException {
        for (String line : read("verb.exc")) {
            String[] forms = line.split(" ");
            if (isPlain(forms[0]) && uses.containsKey(forms[1]) && uses.get(forms[1]).of[2] > 0) {
                lines.add("form " + forms[0] + " " + forms[1]);
            }
        }
    }

    private void synonyms() throws IOException {
        Map<String, Set<String>> words = new TreeMap<>();
        for (String line : read("index.noun")) {
            String[] fields = line.split(" ");
            int senses = Integer.parseInt(fields[2]);
            int used = Integer.parseInt(fields[fields.length - senses - 1]);
            boolean known = uses.containsKey(fields[0]) && uses.get(fields[0]).of[1] > 0;
            for (int i = 0; isPlain(fields[0]) && i < Math.min(SENSES_MAX, known ? used : 1); i++) {
                words.computeIfAbsent(fields[fields.length - senses + i], one -> new TreeSet<>())
                        .add(fields[0]);
            }
        }
        words.values().stream()
                .filter(group -> group.size() > 1)
                .filter(group -> group.stream().anyMatch(word -> uses.containsKey(word)))
                .map(group -> "noun " + String.join(" ", group))
                .distinct()
                .forEach(lines::add);
    }

    private static boolean isPlain(String word) {
        return word.matches("[a-z]{2,}");
    }
}
