package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.assistant.control.Proposal;
import io.frontless.assistant.control.Proposal.About;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.RestoreRecord;
import io.frontless.operation.UpdateRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** “Who changed INV-0012 last week”, “what did Jane do yesterday”, “show INV-0089 as of Monday”, “what was the amount of INV-0089 on 1 December”. */
final class HistoryReading implements Reading {

    private static final Pattern COURTESY = Pattern.compile(
            "(?i)(?:please|now|ok|hey|hello|hi|can you|could you|would you|will you|(?:tell|show) me(?= who| what| when)|(?:can|could|may) (?:i|we) (?:please )?see(?= who| what| when)|tell me|let me know|i want to know|i'd like to know|do you know),? +(?<rest>.+)");
    private static final Pattern END = Pattern.compile("(?:[\\s?!.]|,? please|,? thanks)+$");

    /** What a history tells anyway. */
    private static final Pattern BESIDE = Pattern.compile(
            "(?i)(?:,| and|, and) (?:when|how|why|what|by whom|who by|by who)$"
                    + "|,? (?:and )?who (?:has |have )?(?:did|done|changed|edited|made|touched|updated)"
                    + " (?:it|that|them|this|what)$|,? (?:lately|recently|so far|until now|up to now|to date|over time|last|(?:the )?last time)$");

    /** “Who last changed”, “who was it that changed”, “who has been fiddling with”: who did, and what. */
    private static final Pattern LAST = Pattern.compile(
            "(?i)^(?<who>who(?: has| have)?|when (?:was|were|did) .+?|(?:has|have|did) \\S+) (?:was it that|last|ever|recently|most recently) (?=\\p{L})");

    private static final Pattern BUSY = Pattern.compile(
            "(?i)^who(?: has|['’]s| is| was)? (?:been )?(?:changing|editing|updating|modifying|touching|(?:fiddling|messing|tampering|meddling|playing)(?: around| about)?)(?: with| on| in| at)? ");
    private static final Pattern LAST_ONE = Pattern.compile(
            "(?i)^who (?:was|is) the (?:last|latest) (?:one |person |user |member )?(?:to|who|that) (?:have )?(?=\\p{L})");
    private static final Pattern ANY_CHANGES = Pattern.compile(
            "(?i)^(?:(?:were|are) there |have there been |has there been )?(?:any|some) changes (?:made )?(?=(?:to|in|on|of) )"
                    + "|^(?:what|which) changes (?:were|have been|got) (?:made|done) (?=(?:to|in|on|of|by) )");
    private static final Pattern MADE = Pattern.compile(
            "(?i)^who (?:has |have |had )?made (?:any |some |the |which |what )?(?:changes|edits|modifications) (?:to|in|on|of|at) ");
    private static final Pattern ANYBODY = Pattern.compile(
            "(?i)^(?:has|have|did) (?:anybody|anyone|somebody|someone|any of us|one of us) (?=(?:change|update|edit|modif|touch))");

    private static final String CHANGED =
            "changed|change|updated|update|edited|edit|modified|modify|touched|touch|created|create|added|add|made|deleted|delete|removed|remove|restored|restore";
    private static final String DONE = "done|do|did|" + CHANGED;
    private static final String ALTERED = "changed|edited|updated|modified|touched";
    private static final String WHAT_OF = "of|to|in|for|on|about|with";
    private static final String LOG = "history|changes|events|log|audit trail";
    private static final String SHOW =
            "(?:(?:show|list|display|see|view|give|get|find)(?: me| us)?(?: all)?(?: the| my| our)? )";

    private static final Pattern AS_OF = Pattern.compile(
            "(?i)(?<thing>.+?),? (?:as of|as it was(?: on| at)?|as they were(?: on| at)?|as it stood(?: on| at)?|as at) (?<when>.+)");
    /** “Emmeberg costs 29.80 as of today” tells how it is from today on. */
    private static final Pattern FROM_NOW = Pattern.compile(
            "(?i)(?!(?:what|which|who|how|show|list)\\b).*(?::| is | are | costs? | has | have | holds? | gets? | earns? | pays? | works? ).*? as of (?:now|today)");

    private static final Pattern AS_OF_FIRST = Pattern.compile("(?i)as of (?<when>[^,]+), (?<thing>.+)");
    private static final Pattern LOOKED = Pattern.compile(
            "(?i)(?:what|how) (?:did|were|was) (?<thing>.+?)(?: look(?: like)?)? (?<when>(?:on|at) .+|yesterday|last .+|.+ ago)");
    private static final Pattern WAS = Pattern.compile(
            "(?i)(?:what|who|how much|how many) (?:was|were) (?<thing>.+? (?:of|for) .+?|.+?['’]s .+?) (?<when>(?:on|at) .+|yesterday|last .+|.+ ago)");
    private static final Pattern SHOWN = Pattern.compile("(?i)" + SHOW + "?(?:what (?:was|were|is|are) )?(?<thing>.+)");

    private static final List<Form> FORMS = List.of(
            new Form("who (?:has |have |had )?(?<verb>" + CHANGED
                    + ") (?:what|anything|something) (?:on|in|at|to|of) (?<thing>.+)"),
            new Form("who (?:has |have |had )?(?<verb>" + CHANGED + ")(?: (?<thing>.+))?"),
            new Form("what (?:did|has|have|had) (?<who>(?!been ).+?) (?<verb>" + DONE + ")(?: (?:" + WHAT_OF
                    + ") (?<thing>.+))?"),
            new Form("(?:what|which) changes (?:did|has|have) (?<who>.+?) (?<verb>made|make|done|do)(?: (?:" + WHAT_OF
                    + ") (?<thing>.+))?"),
            new Form(SHOW
                    + "?(?:what|everything)(?: that)? (?<who>(?!was |were |is |has |have |been |happened|does |do |will |should |shall |must |may |might |can |could ).+?) (?:has |have )?(?<verb>"
                    + DONE + ")"),
            new Form(SHOW + "?everything (?:that )?(?:was|were|has been|have been|is|got) (?<verb>" + DONE + ")(?: (?:"
                    + WHAT_OF + ") (?<thing>.+))?"),
            new Form("what (?:was|were|has been|have been|got) (?<verb>" + DONE
                    + ")(?: (?:in|to) (?<thing>.+?))? by (?<who>.+)"),
            new Form(SHOW + "?(?:" + LOG + ")(?: made| done)? by (?<who>.+)"),
            new Form(SHOW + "?(?<who>.+?)['’]s (?:" + LOG + ")"),
            new Form("(?:what|which records?) (?:has |have |was |were |has been |have been |got )?(?<verb>happened|"
                    + CHANGED + ")(?: (?:" + WHAT_OF + ") (?<thing>.+))?"),
            new Form("when (?:was|were|did) (?<thing>.+?) (?<verb>" + CHANGED + ")"),
            new Form(SHOW + "?(?<who>my) (?:" + LOG + ")"),
            new Form("(?:has|have|was|were) (?<record>.+?) (?:been |ever )*(?<verb>" + ALTERED + ")"),
            new Form("(?:show )?how (?:has |have |did )?(?<record>.+?) (?:has |have )?(?:been )?(?<verb>changed?)"),
            new Form("(?:what|which) (?<table>.+?) (?:were|was|have been|has been|got) (?<verb>" + ALTERED
                    + "|deleted|removed|restored)(?: by (?<who>.+))?"),
            new Form(SHOW + "?(?:all )?(?:change )?(?:" + LOG + ")(?: ever)?(?: made| done)?(?: (?:" + WHAT_OF
                    + ") (?<thing>.+))?"));

    /** “Old Mill is organic as of today” tells how it is, and asks for nothing of the past. */
    private static final Set<String> NOW = Set.of("now", "today", "right now", "this morning", "tomorrow");

    private static final Pattern JUST = Pattern.compile("(?i) just$");

    private static final Set<String> EVERYBODY =
            Set.of("we", "they", "people", "anyone", "anybody", "everyone", "everybody", "someone", "somebody");

    private static final Map<String, String> ACTIONS = Map.of(
            "creat", CreateRecord.NAME,
            "add", CreateRecord.NAME,
            "made", CreateRecord.NAME,
            "delet", DeleteRecord.NAME,
            "remov", DeleteRecord.NAME,
            "restor", RestoreRecord.NAME,
            "updat", UpdateRecord.NAME,
            "edit", UpdateRecord.NAME,
            "modif", UpdateRecord.NAME);

    /** A question with names for what varies. */
    private record Form(Pattern pattern) {
        Form(String regex) {
            this(Pattern.compile("(?i)" + regex));
        }
    }

    @Override
    public Optional<Proposal> read(Turn turn) {
        PlanningRequest request = turn.request();
        boolean taken = Stream.of("change", "event", "history", "log")
                .anyMatch(word -> request.schema().entity(word).isPresent()
                        && request.sentence().toLowerCase(Locale.ROOT).contains(word));
        String sentence = plain(request.sentence());
        BiFunction<String, String, Optional<Proposal>> shown = (thing, when) -> shown(request, thing, when);
        return taken || FROM_NOW.matcher(sentence).matches()
                ? Optional.empty()
                : match(AS_OF, sentence, shown)
                        .or(() -> match(AS_OF_FIRST, sentence, shown))
                        .or(() -> log(request, sentence))
                        .or(() -> match(WAS, sentence, shown))
                        .or(() -> match(LOOKED, sentence, shown));
    }

    private static Optional<Proposal> match(
            Pattern pattern, String sentence, BiFunction<String, String, Optional<Proposal>> then) {
        Matcher matcher = pattern.matcher(sentence);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return then.apply(matcher.group("thing"), matcher.group("when"));
    }

    private static Optional<Proposal> shown(PlanningRequest request, String words, String when) {
        Optional<Instant> at = new PastTimes(request.today()).moment(when);
        Matcher shown = SHOWN.matcher(words);
        if (at.isEmpty() || !shown.matches()) {
            return Optional.empty();
        }
        About about = new PastThing(request).read(shown.group("thing"));
        if (NOW.contains(when.strip().toLowerCase(Locale.ROOT))
                && about.gone().isPresent()
                && shown.start("thing") == 0) {
            return Optional.empty();
        }
        if (about.equals(About.EVERYTHING)) {
            throw Unclear.say("Say of which table or record.", "show INV-0089 as of Monday");
        }
        String heading = shown.group("thing").strip() + " as of "
                + when.replaceFirst("(?i)^(on|at) ", "").strip();
        return Optional.of(new Proposal.ShowPast(heading, about, at.get()));
    }

    private static Optional<Proposal> log(PlanningRequest request, String sentence) {
        for (Timed timed : timed(new PastTimes(request.today()), sentence)) {
            Optional<Proposal> asked = asked(request, timed);
            if (asked.isPresent()) {
                return asked;
            }
        }
        return Optional.empty();
    }

    /** A question without its time, and the time. */
    private record Timed(String rest, String when, PastTimes.Window window) {}

    /** The ways to read a time at the end or, before a comma, at the beginning; the longest first, and at last none. */
    private static List<Timed> timed(PastTimes times, String sentence) {
        List<Timed> found = new ArrayList<>();
        int comma = sentence.indexOf(',');
        if (comma > 0) {
            String when = sentence.substring(0, comma);
            String rest = sentence.substring(comma + 1).strip();
            times.window(when).ifPresent(window -> found.add(new Timed(rest, when, window)));
        }
        for (int space = sentence.indexOf(' '); space > 0; space = sentence.indexOf(' ', space + 1)) {
            String when = sentence.substring(space + 1);
            String rest = sentence.substring(0, space).replaceFirst(",$", "");
            times.window(when).ifPresent(window -> found.add(new Timed(rest, when, window)));
        }
        found.add(new Timed(sentence, "", new PastTimes.Window(null, null)));
        return found;
    }

    private static Optional<Proposal> asked(PlanningRequest request, Timed timed) {
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(timed.rest());
            if (matcher.matches()) {
                return asked(request, timed, matcher);
            }
        }
        return Optional.empty();
    }

    private static Optional<Proposal> asked(PlanningRequest request, Timed timed, Matcher matcher) {
        PastThing things = new PastThing(request);
        String said = group(matcher, "who");
        boolean mine = said != null && said.equalsIgnoreCase("my");
        if (mine && timed.when().isEmpty()) {
            return Optional.empty();
        }
        boolean table = said != null && things.isEntity(said);
        String thing = table ? said : group(matcher, "thing", "record", "table");
        Optional<String> who = Optional.ofNullable(said)
                .filter(name -> !table && !EVERYBODY.contains(name.toLowerCase(Locale.ROOT)))
                .map(name -> mine ? "me" : JUST.matcher(name).replaceFirst(""));
        About about = thing == null ? About.EVERYTHING : things.read(thing);
        if (isSomethingElse(request, matcher, about)) {
            return Optional.empty();
        }
        Optional<String> action = action(group(matcher, "verb"));
        boolean all = action.isEmpty() || action.get().equals(UpdateRecord.NAME);
        if (who.isEmpty()
                && all
                && timed.when().isEmpty()
                && about.record().isPresent()
                && about.field().isEmpty()) {
            return Optional.of(ChangesReading.last(
                    new Mention(about.entity().orElseThrow(), about.record().get())));
        }
        if (who.isEmpty() && action.isEmpty() && timed.when().isEmpty() && about.equals(About.EVERYTHING)) {
            return Optional.empty();
        }
        return Optional.of(new Proposal.ListEvents(
                heading(thing, who, action, timed.when()),
                about,
                new Proposal.Asked(
                        who,
                        action,
                        Optional.ofNullable(timed.window().from()),
                        Optional.ofNullable(timed.window().until()))));
    }

    private static Optional<String> action(@Nullable String verb) {
        return verb == null
                ? Optional.empty()
                : ACTIONS.entrySet().stream()
                        .filter(action -> verb.toLowerCase(Locale.ROOT).startsWith(action.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    private static String heading(@Nullable String thing, Optional<String> who, Optional<String> action, String when) {
        String what = action.map(HistoryReading::named).orElse("Changes");
        return what
                + (thing == null ? "" : " of " + thing.strip())
                + who.map(name -> " by " + name.strip()).orElse("")
                + (when.isEmpty() ? "" : ", " + when);
    }

    private static String named(String action) {
        return switch (action) {
            case CreateRecord.NAME -> "Creations";
            case DeleteRecord.NAME -> "Deletions";
            case RestoreRecord.NAME -> "Restorations";
            default -> "Updates";
        };
    }

    /** “Has A-1 been updated”, “which orders were changed”: only of a record, or a table, that has no such field or option. */
    private static boolean isSomethingElse(PlanningRequest request, Matcher matcher, About about) {
        boolean table = group(matcher, "table") != null;
        if (!table && group(matcher, "record") == null) {
            return false;
        }
        String verb = String.valueOf(group(matcher, "verb")).toLowerCase(Locale.ROOT);
        boolean named = about.entity().flatMap(key -> request.schema().entity(key)).stream()
                .flatMap(entity -> entity.fields().stream())
                .flatMap(field -> Stream.concat(Stream.of(field.label()), field.options().stream()))
                .anyMatch(word -> word.toLowerCase(Locale.ROOT).startsWith(verb));
        boolean found = table
                ? about.entity().isPresent()
                        && about.record().isEmpty()
                        && about.gone().isEmpty()
                : about.record().isPresent();
        return named || !found;
    }

    /** What the first of these names stands for that the form has. */
    private static @Nullable String group(Matcher matcher, String... names) {
        return Stream.of(names)
                .filter(name -> matcher.pattern().pattern().contains("(?<" + name + ">"))
                .map(matcher::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String plain(String sentence) {
        String text = END.matcher(sentence.strip().replaceAll("\\s+", " ")).replaceFirst("");
        Matcher courtesy = COURTESY.matcher(text);
        return courtesy.matches() ? plain(courtesy.group("rest")) : asked(text);
    }

    /** The question without what goes without saying, in the words of the forms. */
    private static String asked(String text) {
        String less = BESIDE.matcher(text).replaceFirst("");
        return less.equals(text) ? inWords(LAST.matcher(text).replaceFirst("${who} ")) : asked(less);
    }

    private static String inWords(String text) {
        String who = LAST_ONE.matcher(text).replaceFirst("who ");
        String changes = ANY_CHANGES.matcher(who).replaceFirst("changes ");
        return ANYBODY.matcher(MADE.matcher(BUSY.matcher(changes).replaceFirst("who changed "))
                        .replaceFirst("who changed "))
                .replaceFirst("who ");
    }
}
