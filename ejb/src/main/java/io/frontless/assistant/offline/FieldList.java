package io.frontless.assistant.offline;

import io.frontless.operation.FieldRules;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Keys;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a list of fields such as “number, amount as money, status (pending, paid) and due date”. */
record FieldList(SchemaLinker schema) {

    private static final Set<String> SEPARATORS = Set.of(",", "and", "&");
    private static final Set<String> INNER_SEPARATORS = Set.of(",", "or");
    private static final Set<String> CALLING = Set.of("call", "name");
    private static final Set<String> FLAGS = Set.of("required", "mandatory", "unique", "optional");

    /** What is known of a field while it is read. */
    private record Draft(
            String name,
            @Nullable FieldType type,
            List<String> options,
            @Nullable String target,
            Set<String> flags) {}

    /** The fields, with keys that are not among those taken. */
    List<FieldSpec> read(Phrase phrase, Set<String> takenKeys, boolean ofNewEntity) {
        Set<String> taken = new HashSet<>(takenKeys);
        List<FieldSpec> fields = new ArrayList<>();
        for (Phrase item : phrase.split(SEPARATORS)) {
            Draft draft = draft(item.bare());
            if (fields.stream().anyMatch(field -> Names.same(field.label(), draft.name()))) {
                throw Unclear.say("The field “%s” is named twice.".formatted(draft.name()));
            }
            String key = freeKey(draft.name(), taken);
            taken.add(key);
            fields.add(field(draft, key, ofNewEntity && fields.isEmpty()));
        }
        return fields;
    }

    /** A key for the label that is not taken: {@code invoice}, else {@code invoice_2} and so on. */
    static String freeKey(String label, Set<String> taken) {
        String key = Keys.from(label);
        String free = key;
        for (int i = 2; taken.contains(free); i++) {
            String suffix = "_" + i;
            free = key.substring(0, Math.min(key.length(), 60 - suffix.length())) + suffix;
        }
        return free;
    }

    private Draft draft(Phrase item) {
        Set<String> flags = new HashSet<>();
        int open = indexOf(item, "(");
        // “Another date field, call it Picked up on”.
        boolean called =
                item.size() > 2 && item.startsWithOneOf(CALLING) && item.at(1).is("it");
        if (called
                || open == 0
                || (open > 0 && !item.at(item.size() - 1).is(")") && !flagsAfterParenthesis(item, flags))) {
            throw Unclear.say("It is not clear what field “%s” is.".formatted(item.text()));
        }
        Phrase outside = open < 0 ? item : item.to(open);
        Phrase inside = open < 0 ? item.to(0) : item.sub(open + 1, indexOf(item, ")"));
        while (outside.size() > 1 && outside.at(outside.size() - 1).isOneOf(FLAGS)) {
            flags.add(outside.at(outside.size() - 1).text().toLowerCase(Locale.ROOT));
            outside = outside.to(outside.size() - 1);
        }
        Phrase typeWords = outside.to(0);
        for (int i = 1; i < outside.size() - 1 && typeWords.isEmpty(); i++) {
            if (outside.at(i).is("as") || outside.at(i).is(":")) {
                typeWords = outside.from(i + 1).bare();
                outside = outside.to(i);
            }
        }
        return describe(name(outside), typeWords, inside, flags);
    }

    private static boolean flagsAfterParenthesis(Phrase item, Set<String> flags) {
        Phrase after = item.from(indexOf(item, ")") + 1);
        after.tokens().forEach(token -> flags.add(token.text().toLowerCase(Locale.ROOT)));
        return indexOf(item, ")") > 0 && after.tokens().stream().allMatch(token -> token.isOneOf(FLAGS));
    }

    private Draft describe(String name, Phrase typeWords, Phrase inside, Set<String> flags) {
        List<String> options = new ArrayList<>();
        FieldType type = null;
        String target = null;
        List<Phrase> pieces = new ArrayList<>();
        if (!typeWords.isEmpty()) {
            pieces.add(typeWords);
        }
        pieces.addAll(TypeGuess.named(inside.text()).isPresent() ? List.of(inside) : inside.split(INNER_SEPARATORS));
        for (Phrase piece : pieces) {
            Optional<EntityView> entity = reference(piece);
            if (piece.size() == 1 && piece.at(0).isOneOf(FLAGS)) {
                flags.add(piece.text().toLowerCase(Locale.ROOT));
            } else if (entity.isPresent()) {
                target = entity.get().key();
                type = FieldType.REFERENCE;
            } else if (options.isEmpty() && TypeGuess.named(piece.text()).isPresent()) {
                type = TypeGuess.named(piece.text()).orElse(type);
            } else if (piece.equals(typeWords)) {
                throw Unclear.say("“%s” is not a type of field.".formatted(piece.text()));
            } else {
                options.addAll(
                        piece.isQuoted()
                                ? List.of(piece.text())
                                : Arrays.asList(piece.text().split("/")));
            }
        }
        if (options.size() == 1 && type != FieldType.CHOICE) {
            throw Unclear.say("It is not clear what “%s” says about the field %s: a choice has two options or more."
                    .formatted(options.get(0), name));
        }
        return new Draft(name, type, options, target, flags);
    }

    /** The entity that “reference to Customer”, “link to Customer” or just “Customer” names. */
    private Optional<EntityView> reference(Phrase piece) {
        for (Match match :
                Form.of("reference|link|refers|links|pointer to <entity>").matches(piece)) {
            return Optional.of(schema.entityNamed(match.the("entity")));
        }
        return TypeGuess.named(piece.text()).isPresent() ? Optional.empty() : schema.entity(piece);
    }

    private FieldSpec field(Draft draft, String key, boolean first) {
        String label = Names.label(draft.name().replaceFirst("\\s*\\?$", ""));
        FieldType type = draft.type();
        String target = draft.target();
        if (type == null && !draft.options().isEmpty()) {
            type = FieldType.CHOICE;
        }
        boolean identifying = first && (type == null || type == FieldType.TEXT) && TypeGuess.identifies(draft.name());
        if (type == null && !identifying) {
            target = schema.entities().stream()
                    .filter(entity ->
                            Names.same(entity.label(), draft.name()) || Names.same(entity.key(), draft.name()))
                    .map(EntityView::key)
                    .findFirst()
                    .orElse(null);
            type = target != null
                    ? FieldType.REFERENCE
                    : TypeGuess.of(draft.name()).orElse(FieldType.TEXT);
        }
        boolean required = draft.flags().contains("required") || draft.flags().contains("mandatory");
        boolean unique = draft.flags().contains("unique");
        FieldSpec spec = new FieldSpec(
                key,
                label,
                type == null ? FieldType.TEXT : type,
                required,
                unique,
                draft.options(),
                target,
                FieldRules.NONE);
        return identifying && !draft.flags().contains("optional") ? spec.identifying() : spec;
    }

    private static String name(Phrase phrase) {
        boolean words = phrase.tokens().stream().allMatch(token -> token.kind() != Token.Kind.SYMBOL || token.is("?"));
        if (phrase.isEmpty() || phrase.text().isBlank() || !words) {
            throw Unclear.say("It is not clear what field “%s” is.".formatted(phrase.text()));
        }
        return phrase.text();
    }

    private static int indexOf(Phrase phrase, String symbol) {
        for (int i = 0; i < phrase.size(); i++) {
            if (phrase.at(i).is(symbol)) {
                return i;
            }
        }
        return -1;
    }
}
