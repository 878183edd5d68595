package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a yes-or-no field is called by where it tells of a deed: “signed the consent” of “Consent signed”, “accepting new patients” of “Accepts new”. A verb that
 * leads the field's name tells what is so now, so no form of the past is it.
 */
record FlagDeeds(SchemaLinker schema) {

    private static final int TOKENS_MAX = 5;

    private static final Set<String> ARTICLES =
            Set.of("the", "a", "an", "her", "his", "their", "it", "our", "my", "any");

    /** After these a name leaves out what is new. */
    private static final Set<String> OPEN = Set.of("new", "further", "more", "other", "additional");

    private static final Set<String> ACCEPTING = Set.of("accept", "take");

    /** Whether a deed belongs to a yes-or-no field: “paid” says something of what has “Deposit paid”. */
    static boolean isOf(EntityView entity, Token deed) {
        return Words.isPast(deed.word())
                && entity.fields().stream()
                        .filter(field -> field.type() == FieldType.BOOLEAN)
                        .anyMatch(field -> Names.stems(field.label()).contains(deed.word()));
    }

    /** What is paid up is paid. */
    static List<String> withoutParticle(List<String> name) {
        boolean particle = name.size() == 2 && Set.of("up", "off").contains(name.get(1));
        return particle ? name.subList(0, 1) : name;
    }

    /** The fields of which the stems tell. */
    List<FieldSpec> told(EntityView entity, List<String> said) {
        return said.size() < 2
                ? List.of()
                : entity.fields().stream().filter(field -> says(field, said)).toList();
    }

    /** Whether the stems say what the field's name says. */
    boolean says(FieldSpec field, List<String> said) {
        if (field.type() != FieldType.BOOLEAN || said.size() < 2) {
            return false;
        }
        List<String> name = schema.stems(field.label());
        return name.size() > 1 && (isDone(name, said) || (beginsWithVerb(field, name.get(0)) && isDoing(name, said)));
    }

    /** Whether a noun from here is only what such a deed is done to: “accept new patients” tells of no patients. */
    boolean isObject(Phrase words, int noun, int tokens) {
        boolean open = noun > 1 && OPEN.contains(words.at(noun - 1).text().toLowerCase(Locale.ROOT));
        for (int start = Math.max(0, noun - TOKENS_MAX); open && start < noun - 1; start++) {
            List<String> said = schema.stems(words.sub(start, noun + tokens).text());
            if (schema.entities().stream()
                    .anyMatch(entity -> !told(entity, said).isEmpty())) {
                return true;
            }
        }
        return false;
    }

    /** “Accepts”, “needs”: what it does. */
    private static boolean beginsWithVerb(FieldSpec field, String verb) {
        return field.label().toLowerCase(Locale.ROOT).startsWith(verb + "s ")
                && (Words.isDeed(verb) || Words.isTalk(verb));
    }

    private static boolean isDone(List<String> name, List<String> said) {
        int last = name.size() - 1;
        if (!said.get(0).equals(name.get(last)) || !Words.isPast(name.get(last))) {
            return false;
        }
        int start = ARTICLES.contains(said.get(1)) ? 2 : 1;
        return said.subList(start, said.size()).equals(name.subList(0, last));
    }

    private boolean isDoing(List<String> name, List<String> said) {
        String verb = name.get(0);
        Set<String> verbs = ACCEPTING.contains(verb) ? ACCEPTING : Set.of(verb);
        if (Words.isPast(said.get(0)) || !Words.isFormOf(said.get(0), verbs)) {
            return false;
        }
        int start = said.size() > 2 && said.get(1).equals("on") && !name.get(1).equals("on") ? 2 : 1;
        List<String> what = said.subList(start, said.size());
        List<String> wanted = name.subList(1, name.size());
        boolean open = OPEN.contains(wanted.get(wanted.size() - 1))
                && what.size() == wanted.size() + 1
                && isNoun(what.get(wanted.size()));
        return (open ? what.subList(0, wanted.size()) : what).equals(wanted);
    }

    private boolean isNoun(String word) {
        return schema.entities().stream()
                .anyMatch(entity -> schema.stems(entity.label()).equals(List.of(word)));
    }
}
