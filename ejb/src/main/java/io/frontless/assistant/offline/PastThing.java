package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.assistant.control.Proposal.About;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out what a question about the past is about: a table, a record that is there, a record that may be gone, or a field of one of them. */
record PastThing(PlanningRequest request) {

    private static final int CANDIDATES_MAX = 6;

    private static final Set<String> ANYTHING = Set.of(
            "anything",
            "something",
            "everything",
            "things",
            "records",
            "a record",
            "data",
            "stuff",
            "it all",
            "all",
            "what");
    private static final Set<String> IT = Set.of("it", "that", "this");
    private static final Pattern ARTICLE =
            Pattern.compile("(?i)(?:(?:the|a|an|my|our|record|in|any|all) )+(?<rest>.+)");
    /** “The record of Zoe”, where no table or field is called so. */
    private static final Pattern RECORD_OF = Pattern.compile(
            "(?i)(?:(?:the|our) )?(?<noun>record|entry|data|details|row|card|file) (?:(?:of|for|on|about|called|named) )?(?<rest>.+)");

    private static final Pattern NUMBERED =
            Pattern.compile("(?i)\\p{L}{3,}(?: (?:no\\.?|number))? (?<number>\\S*\\d\\S*)");
    private static final Pattern QUOTED = Pattern.compile("[\"“«'](?<inside>[^\"”»']+)[\"”»']");
    private static final Pattern FIELD_OF = Pattern.compile("(?i)(?<field>.+?) (?:of|for|in|on) (?<thing>.+)");
    private static final Pattern FIELD_AFTER = Pattern.compile("(?i)(?<thing>.+?)['’]s (?<field>.+)");

    /** What the words name; what nothing is called today is taken for a record that is gone. */
    About read(String words) {
        String text = bare(withoutNoun(words.strip()));
        if (text.isEmpty() || ANYTHING.contains(text.toLowerCase(Locale.ROOT))) {
            return About.EVERYTHING;
        }
        if (IT.contains(text.toLowerCase(Locale.ROOT))) {
            List<Mention> mentioned = request.lastMentioned();
            if (mentioned.size() != 1) {
                throw Unclear.say("It is not clear what “%s” is: %s."
                        .formatted(
                                text,
                                mentioned.isEmpty() ? "nothing was mentioned before" : "more than one was mentioned"));
            }
            return About.record(mentioned.get(0));
        }
        return entity(text)
                .map(entity -> About.entity(entity.key()))
                .or(() -> withField(FIELD_OF, text))
                .or(() -> withField(FIELD_AFTER, text))
                .orElseGet(() -> record(text));
    }

    private String withoutNoun(String words) {
        Matcher matcher = RECORD_OF.matcher(words);
        return matcher.matches() && isFree(matcher.group("noun")) ? matcher.group("rest") : words;
    }

    private boolean isFree(String noun) {
        return entity(noun).isEmpty()
                && request.schema().entities().stream()
                        .allMatch(entity -> field(entity, noun).isEmpty());
    }

    /** Whether the words name a table. */
    boolean isEntity(String words) {
        return entity(bare(words)).isPresent();
    }

    private Optional<About> withField(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String name = bare(matcher.group("field"));
        boolean known = request.schema().entities().stream()
                .anyMatch(entity -> field(entity, name).isPresent());
        if (!known) {
            return Optional.empty();
        }
        About about = read(matcher.group("thing"));
        return about.entity()
                .flatMap(key -> request.schema().entity(key))
                .flatMap(entity -> field(entity, name))
                .map(field -> about.with(field.key()));
    }

    private About record(String text) {
        Optional<EntityView> leading = leading(text);
        if (leading.isPresent()) {
            String title = bare(text.substring(text.indexOf(' ') + 1));
            return called(List.of(leading.get()), title)
                    .or(() -> ofNumber(leading.get(), title))
                    .orElseGet(() -> About.gone(leading.get().key(), title));
        }
        return called(request.schema().entities(), text)
                .or(() -> numbered(text))
                .orElseGet(() -> About.gone(null, text));
    }

    /** “Ticket R-304”, “case 72”: whatever word stands before the number of a record. */
    private Optional<About> numbered(String text) {
        Matcher matcher = NUMBERED.matcher(text);
        return matcher.matches() ? called(request.schema().entities(), matcher.group("number")) : Optional.empty();
    }

    /** “Invoice 304” is INV-0304, where only that has the number. */
    private Optional<About> ofNumber(EntityView entity, String number) {
        List<RecordView> found =
                number.matches("\\d{1,14}") ? RecordFinder.ofNumber(request, entity, number) : List.of();
        return found.size() == 1
                ? Optional.of(About.record(
                        new Mention(found.get(0).entity(), found.get(0).id())))
                : Optional.empty();
    }

    private Optional<About> called(List<EntityView> entities, String title) {
        List<RecordView> found = new ArrayList<>();
        for (EntityView entity : entities) {
            request.records().find(mentioning(entity, title)).stream()
                    .filter(record -> record.title().equalsIgnoreCase(title))
                    .forEach(found::add);
        }
        if (found.size() > 1) {
            throw Unclear.say("“%s” is what several records are called. Name the one by a value that only it has."
                    .formatted(title));
        }
        return found.stream().findFirst().map(record -> About.record(new Mention(record.entity(), record.id())));
    }

    /** A title that is a number is compared as one. */
    private static RecordQuery mentioning(EntityView entity, String title) {
        boolean number = title.matches("\\d{1,14}");
        return entity.titleField()
                .filter(field -> number && (field.type() == FieldType.INTEGER || field.type() == FieldType.DECIMAL))
                .map(field -> RecordQuery.where(
                        entity.key(), Filter.equal(field.key(), new BigDecimal(title)), CANDIDATES_MAX))
                .orElseGet(() -> RecordQuery.mentioning(entity.key(), title, CANDIDATES_MAX));
    }

    private Optional<EntityView> entity(String text) {
        return request.schema().entities().stream()
                .filter(entity -> isCalled(entity, text))
                .findFirst();
    }

    private Optional<EntityView> leading(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? Optional.empty() : entity(text.substring(0, space));
    }

    private static boolean isCalled(EntityView entity, String text) {
        return entity.label().equalsIgnoreCase(text)
                || entity.key().equalsIgnoreCase(text)
                || Names.plural(entity.label()).equalsIgnoreCase(text);
    }

    private static Optional<FieldSpec> field(EntityView entity, String name) {
        return entity.fields().stream()
                .filter(field ->
                        field.label().equalsIgnoreCase(name) || field.key().equalsIgnoreCase(name))
                .findFirst();
    }

    private static String bare(String words) {
        String text = words.strip();
        Matcher quoted = QUOTED.matcher(text);
        if (quoted.matches()) {
            return quoted.group("inside").strip();
        }
        Matcher article = ARTICLE.matcher(text);
        return article.matches() ? bare(article.group("rest")) : text;
    }
}
