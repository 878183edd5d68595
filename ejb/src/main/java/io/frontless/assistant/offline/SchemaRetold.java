package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is wished of fields, told in the words of the usual request: “vehicles should also have a field Colour, plain text” is “add field Colour as plain text
 * to vehicles”. Only tables that are there are meant, and a field only where the word “field” or “option” is said.
 */
record SchemaRetold(Turn turn) {

    private static final String NEW =
            "[also] [a|an|one|another|the] [more|new|additional|extra|further|second|other] field|column [called|named] <fields>";
    private static final String NAMED =
            "[also] [a|an|one|another] [more|new|additional|extra|further] <fields> field|column";
    private static final String OF_TYPE =
            "[also] [a|an|one|another] [more|new|additional|extra|further] <type> field|column [called|named] <fields>";
    private static final String CALL_IT =
            "[also] [a|an|one|another] [more|new|additional|extra|further] <type> field|column [,|and] call|name it <fields>";
    static final String OF = "of|in|on|for|from [the|a|an|every|each|all|our] [table] <entity>";
    static final String WANTS =
            "[the|our|every|each|all|a|an] <entity> should|must|shall|could|can [also] have|get|use";
    private static final String LETS = "let|can|could [the|our|every|each|all|a|an] <entity> [also] have|get";
    private static final String NEEDS = "[the|our|every|each|all|a|an] <entity> need|needs|get|gets";
    private static final String GIVE = "give|grant [the|our|every|each|all|a|an] <entity>";

    private static final List<Form> ADD = new ArrayList<>(List.of(
            Form.of("add|append to [the] [table] <entity> " + NEW),
            Form.of("extend|expand [the] [table] <entity> by|with " + NEW),
            Form.of("there should|must|shall be " + NEW + " " + OF),
            Form.of("there has|needs to be " + NEW + " " + OF),
            Form.of(
                    "[a|an|one|another] [one] [more|new|additional|extra|further] field|column [called|named] <fields> to|"
                            + OF)));

    static {
        for (String wish : List.of(WANTS, LETS, NEEDS, GIVE)) {
            ADD.add(Form.of(wish + " " + NEW));
            ADD.add(Form.of(wish + " " + NAMED + " , <type>"));
            ADD.add(Form.of(wish + " " + NAMED));
            ADD.add(Form.of(wish + " " + OF_TYPE));
            ADD.add(Form.of(wish + " " + CALL_IT));
        }
    }

    private static final List<Form> TYPED = List.of(
            Form.of("<name> , [it|that|which] [is|holds] [just|only|simply] [as|of] [type] <type>"),
            Form.of("<name> as|of [type] <type>"),
            Form.of("<name> that|which is|holds|contains <type>"));

    static final String DROP = "drop|delete|remove";
    static final List<Form> DELETE = List.of(
            Form.of("take|get [the] <field> field|column out|away|off [of|from] [the] [table] <entity>"),
            Form.of("take|get [the] field|column <field> out|away|off [of|from] [the] [table] <entity>"),
            Form.of("kick|throw|strike out [the] <field> field|column " + OF),
            Form.of("kick|throw|strike out [the] field|column <field> " + OF),
            Form.of("kick|throw|strike [the] field|column <field> out " + OF),
            Form.of("get rid of [the] <field> field|column " + OF),
            Form.of("get rid of [the] field|column <field> " + OF),
            Form.of("[the] <field> field|column " + OF + " can|may|should|must go|disappear"),
            Form.of("[the] field|column <field> " + OF + " can|may|should|must go|disappear"),
            Form.of("[the] <field> field|column " + OF + " can|may|should|must be deleted|dropped|removed"),
            Form.of("[the] field|column <field> " + OF + " can|may|should|must be deleted|dropped|removed"));

    private static final String CALLED =
            "should|must|shall|ought [to] [now|better|rather] be called|named|renamed [to|into|as] <name>";
    private static final String IS_CALLED = "is [now|to|henceforth] [be] called|named|renamed [to|into|as] <name>";
    private static final List<Form> RENAME = new ArrayList<>(List.of(
            Form.of("change [the] name|label of [the] field|column <field> " + OF + " to|into <name>"),
            Form.of("change [the] name|label of [the] <field> field|column " + OF + " to|into <name>"),
            Form.of("rename [the] <entity> field|column <field> to|into|as <name>"),
            Form.of("call [the] field|column <field> " + OF + " <name>")));
    /** Of the one table that has such a field. */
    private static final List<Form> DELETE_ONLY =
            List.of(Form.of(DROP + " [the] <field> field|column"), Form.of(DROP + " [the] field|column <field>"));

    private static final List<Form> RENAME_ONLY = List.of(
            Form.of("rename [the] field|column <field> to|into|as <name>"),
            Form.of("rename [the] <field> field|column to|into|as <name>"),
            Form.of("[the] field|column <field> " + CALLED),
            Form.of("[the] <field> field|column " + CALLED));
    private static final List<Form> RENAME_ENTITY = Form.each("[the] table <entity>", CALLED, IS_CALLED);

    static {
        for (String called : List.of(CALLED, IS_CALLED)) {
            RENAME.add(Form.of("[the] <entity> field|column <field> " + called));
            RENAME.add(Form.of("[the] field|column <field> " + OF + " " + called));
            RENAME.add(Form.of("[the] <field> field|column " + OF + " " + called));
            RENAME.add(Form.of("[the] <entity> 's <field> field|column " + called));
        }
    }

    static final String OPTION = "option|options|choice|choices|value|values";
    private static final List<Form> OFFER = List.of(
            Form.of("[add] [a|an|another] [new|further|additional] option|choice <options> to|for|of|in <place>"),
            Form.of("add <options> to [the] [list] [of] " + OPTION + " of|for|in <place>"),
            Form.of("add <options> as [a|an|another] [new|further|additional|possible] " + OPTION
                    + " of|for|in|to <place>"),
            Form.of("make <options> a|an|another|one [more|new|further|additional|possible] " + OPTION
                    + " of|for|in <place>"),
            Form.of("<options> should|must|shall [also] be|become a|an|another [new|further|additional|possible] "
                    + OPTION + " of|for|in <place>"),
            Form.of("offer|allow <options> as [a|an|another] [new|further|additional|possible] " + OPTION
                    + " of|for|in <place>"),
            Form.of("<options> as [a|an|another] [new|further|additional|possible] " + OPTION + " of|for|in <place>"),
            Form.of("<place> should|must|shall|can|may [also] have|offer|allow [the|a|an|another] [new|further] ["
                    + OPTION + "] <options>"),
            Form.of("<place> need|needs|get|gets [also] [the|a|an|another] [new|further] " + OPTION + " [:] <options>"),
            Form.of("give <place> [the|a|an|another] [new|further|additional] " + OPTION + " <options>"));
    private static final int OPTION_TOKENS_MAX = 3;
    private static final Set<String> PLEASE = Set.of("please", "pls", "plz");

    /** Without the word “option” only what is surely a choice can be meant. */
    private static final List<Form> OFFER_OF_CHOICE = List.of(
            Form.of("add <options> to <place>"),
            Form.of("add <options> as [a|an|another] [new|further|possible] <field> for|of|to [the|a|an|our] <entity>"),
            Form.of("[add] <options> as another [possible] <field> for|of|to [the|a|an|our] <entity>"),
            Form.of(
                    "[add] <options> as a|an|one more|new|further|additional <field> for|of|to [the|a|an|our] <entity>"),
            Form.of(NEEDS + " [also] another [possible] <field> : <options>"),
            Form.of("another [new|further|possible] <field> for|of [the|our] <entity> : <options>"),
            Form.of(NEEDS + " [also] a|an|one|another [more|new|further|additional] <field> " + OPTION
                    + " [,|:] <options>"),
            Form.of(NEEDS + " [also] a|an|one more|new|further|additional <field> : <options>"),
            Form.of(NEEDS + " [also] a|an|one more|new|further|additional <field> , <option>"),
            Form.of(NEEDS + " [also] another [possible] <field> , <option>"),
            Form.of(
                    "<options> should|must [also] be|become a|an|another [new|further|possible] <field> for|of [the|a|an|our] <entity>"));

    private static final List<Form> HAVING = List.of(Form.of(
            "<entity> can|may|should|could [also] have|be|get <options> as|for [their|its|his|her|the|a] <field>"));
    private static final List<Form> PLACE = List.of(
            Form.of("[the] [field] <field> " + OF),
            Form.of("[the] list of [possible|allowed] <field> " + OF),
            Form.of("[the] possible|allowed|available <field> " + OF),
            Form.of("[the] <field> options|choices|values " + OF),
            Form.of("[the|a|an|every] <entity> 's <field>"),
            Form.of("[the|a|an] <entity> <field>"),
            Form.of("[how|where|the|who|what] [way|that] [the|our|a|an] <entity> [is|are|was|were|has|have] <field>"));
    /** A choice that only one table has. */
    private static final List<Form> ONLY = List.of(Form.of("[the] [field] <field>"));

    static final Set<String> OPTIONS = Set.of(OPTION.split("\\|", -1));
    static final Set<String> WORDS = Set.of("field", "column", "table");
    private static final Form SO = Form.of("<reason> , so|therefore [please] <rest>");
    private static final Form BECAUSE = Form.of("<rest> , [as|since|because|for] <reason>");
    private static final Set<String> WHO = Set.of("we", "i", "they", "nobody", "noone", "it");
    private static final Set<String> DENYING = Set.of("don't", "don’t", "never", "no", "not", "nobody");

    /** The requests that the sentence may mean. */
    List<Phrase> all() {
        List<Phrase> all = new ArrayList<>();
        if (!says(WORDS) && !says(OPTIONS)) {
            return all;
        }
        Phrase words = ofTopic(withoutReason());
        known(ADD, words).stream()
                .filter(match ->
                        !(match.has("type") && match.the("fields").at(0).isMark()))
                .forEach(match -> all.add(added(match)));
        deleted(DELETE, words).forEach(all::add);
        deleted(DELETE_ONLY, words).forEach(all::add);
        known(RENAME, words).forEach(match -> all.add(renamed(match)));
        known(RENAME_ONLY, words).forEach(match -> all.add(renamed(match)));
        known(RENAME_ENTITY, words)
                .forEach(match ->
                        all.add(retold("rename table", match.the("entity")).joined(retold("to", match.the("name")))));
        offered(words).forEach(all::add);
        if (!words.tokens().equals(turn.words().tokens())) {
            all.add(words);
        }
        return all;
    }

    /** The same where the word “option” is not said. */
    List<Phrase> choices() {
        return ofChoice(ofTopic(withoutReason()));
    }

    /** “Pickups: add "grab lorry" to the options of container”: what comes first says of which table. */
    private Phrase ofTopic(Phrase words) {
        int noun = turn.schema()
                .leadingEntity(words)
                .map(SchemaLinker.Named::length)
                .orElse(0);
        boolean topic = noun > 0 && noun + 2 < words.size() && words.at(noun).is(":");
        if (!topic) {
            return words;
        }
        Phrase rest = words.from(noun + 1);
        Phrase asked = rest.startsWithOneOf(PLEASE) && rest.size() > 1 ? rest.from(1) : rest;
        return asked.joined(retold("of", words.to(noun)));
    }

    /** The requests that two parts of the sentence mean together, and new options in quotes. */
    List<Phrase> wished() {
        return Stream.concat(new SchemaInParts(turn, this).all().stream(), quoted().stream())
                .toList();
    }

    /** “Add "postponed" to the stages of events” writes no comment on them. */
    private List<Phrase> quoted() {
        return ofChoice(turn.words()).stream()
                .filter(request -> turn.words().tokens().stream().anyMatch(Token::quoted))
                .toList();
    }

    private List<Phrase> ofChoice(Phrase words) {
        List<Phrase> all = new ArrayList<>();
        for (Match said : Form.matches(OFFER_OF_CHOICE, words)) {
            boolean one = !said.has("option") || isOption(said.the("option"));
            Match match = said.has("option") ? said.with("options", said.the("option")) : said;
            if (!one || isSpokenOf(match.the("options"))) {
                continue;
            }
            List<Match> places = match.has("place") ? known(PLACE, match.the("place")) : known(match);
            places.stream()
                    .flatMap(found -> place(found).stream())
                    .findFirst()
                    .ifPresent(place -> all.add(option(match, place)));
        }
        return all;
    }

    /** “It would be wrong to add tap …” adds none. */
    private static boolean isSpokenOf(Phrase options) {
        return options.tokens().stream().skip(1).anyMatch(token -> token.is("add"));
    }

    /** “Disputed”, and not “they are too few”: what may be an option after a comma. */
    private static boolean isOption(Phrase said) {
        return said.size() <= OPTION_TOKENS_MAX
                && said.tokens().stream().noneMatch(token -> token.isMark() || Light.isJoining(token));
    }

    private List<Match> known(Match match) {
        return turn.schema().entity(match.the("entity")).isPresent() ? List.of(match) : List.of();
    }

    boolean says(Set<String> words) {
        return turn.words().tokens().stream().anyMatch(token -> token.isOneOf(words));
    }

    List<Phrase> deleted(List<Form> forms, Phrase words) {
        return known(forms, words).stream()
                .map(match -> retold("delete field", match.the("field")).joined(retold("of", match.the("entity"))))
                .toList();
    }

    /** Without a reason before it, and without one after it that names nothing of the workspace. */
    private Phrase withoutReason() {
        Phrase words = SO.matches(turn.words()).stream()
                .filter(match -> !match.the("reason").startsWithOneOf(Set.of("if", "unless", "when")))
                .findFirst()
                .map(match -> match.the("rest"))
                .orElse(turn.words());
        return BECAUSE.matches(words).stream()
                .filter(match -> isReason(match.the("reason")))
                .findFirst()
                .map(match -> match.the("rest"))
                .orElse(words);
    }

    private boolean isReason(Phrase reason) {
        return reason.startsWithOneOf(WHO)
                && !Commands.namesAnything(turn, reason.without(token -> token.isOneOf(DENYING)));
    }

    private static Phrase renamed(Match match) {
        return retold("rename field", match.the("field"))
                .joined(retold("of", match.the("entity")))
                .joined(retold("to", match.the("name")));
    }

    List<Match> known(List<Form> forms, Phrase words) {
        return Form.matches(forms, words).stream()
                .flatMap(match -> match.has("entity") ? Optional.of(match).stream() : withOnlyTable(match).stream())
                .filter(match -> turn.schema().entity(match.the("entity")).isPresent())
                .toList();
    }

    private Optional<Match> withOnlyTable(Match match) {
        List<EntityView> having = turn.schema().entities().stream()
                .filter(entity -> entity.fields().stream()
                        .anyMatch(field ->
                                Names.same(field.label(), match.the("field").text())))
                .toList();
        return having.size() == 1
                ? Optional.of(match.with("entity", Phrase.quoted(having.get(0).label())))
                : Optional.empty();
    }

    Phrase added(Match match) {
        Phrase fields =
                match.has("type") ? match.the("fields").then(",").joined(match.the("type")) : match.the("fields");
        Phrase typed = Form.matches(TYPED, fields).stream()
                .filter(said -> TypeGuess.named(said.the("type").bare().text()).isPresent())
                .findFirst()
                .map(said -> retold("add field", said.the("name"))
                        .joined(retold("as", said.the("type").bare())))
                .orElseGet(() -> retold("add field", fields));
        return typed.joined(retold("to", match.the("entity")));
    }

    /** A new option, wherever it is told which field has it. */
    List<Phrase> offered(Phrase words) {
        List<Phrase> all = new ArrayList<>();
        if (says(OPTIONS)) {
            known(HAVING, words).forEach(match -> place(match).ifPresent(place -> all.add(option(match, place))));
            for (Match match : Form.matches(OFFER, words)) {
                if (isSpokenOf(match.the("options"))) {
                    continue;
                }
                Stream.concat(known(PLACE, match.the("place")).stream(), known(ONLY, match.the("place")).stream())
                        .flatMap(found -> place(found).stream())
                        .findFirst()
                        .ifPresent(place -> all.add(option(match, place)));
            }
        }
        return all;
    }

    static Phrase option(Match match, Phrase place) {
        return retold("add option", match.the("options")).joined(retold("to", place));
    }

    /** The choice that is meant, by its name and that of its table. */
    Optional<Phrase> place(Match match) {
        EntityView entity = turn.schema().entityNamed(match.the("entity"));
        return turn.schema()
                .field(entity, match.the("field"))
                .filter(field -> !field.options().isEmpty())
                .map(FieldSpec::label)
                .map(label -> Phrase.quoted(label).joined(retold("of", match.the("entity"))));
    }

    static Phrase retold(String before, Phrase words) {
        Phrase first = words.to(0);
        for (String word : List.of(before.split(" ", -1))) {
            first = first.then(word);
        }
        return first.joined(words);
    }
}
