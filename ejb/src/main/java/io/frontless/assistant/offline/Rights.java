package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.operation.Grant;
import io.frontless.operation.Permission;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a role may do: “see and change invoices”, “delete anything”, “see salaries”. What it says nothing about stays as it is. */
record Rights(Turn turn) {

    private static final Map<String, Set<Permission>> VERBS = Map.ofEntries(
            Map.entry("see", Set.of(Permission.READ)),
            Map.entry("read", Set.of(Permission.READ)),
            Map.entry("view", Set.of(Permission.READ)),
            Map.entry("enter", Set.of(Permission.CREATE)),
            Map.entry("correct", Set.of(Permission.UPDATE)),
            Map.entry("add", Set.of(Permission.CREATE)),
            Map.entry("create", Set.of(Permission.CREATE)),
            Map.entry("change", Set.of(Permission.UPDATE)),
            Map.entry("update", Set.of(Permission.UPDATE)),
            Map.entry("edit", Set.of(Permission.UPDATE)),
            Map.entry("modify", Set.of(Permission.UPDATE)),
            Map.entry("delete", Set.of(Permission.DELETE)),
            Map.entry("remove", Set.of(Permission.DELETE)),
            Map.entry("export", Set.of(Permission.EXPORT)),
            Map.entry("manage", Set.of(Permission.READ, Permission.CREATE, Permission.UPDATE, Permission.DELETE)));
    private static final Set<String> LOOK = Set.of("look", "looking");
    private static final Set<String> JOINS = Set.of("and", ",", "or", "&");
    private static final Set<String> ANYTHING = Set.of("everything", "anything", "all", "records", "tables");

    /** Verbs with what they are about. */
    private record Said(Set<Permission> permissions, Phrase about) {}

    /** The grants of a new role. */
    List<Grant> read(Phrase phrase) {
        return allowed(List.of(), phrase);
    }

    /** Grants that allow more. */
    List<Grant> allowed(List<Grant> grants, Phrase phrase) {
        List<Grant> next = grants;
        Set<Permission> before = Set.of();
        for (Said said : said(phrase)) {
            Set<Permission> permissions = said.permissions().isEmpty() ? before : said.permissions();
            next = with(next, entity(said.about()), permissions, said.about());
            before = permissions;
        }
        return next;
    }

    /** Grants that allow less: a field can be hidden or kept as it is, and a right taken that is given for this table. */
    List<Grant> forbidden(List<Grant> grants, Phrase phrase) {
        List<Said> said = said(phrase);
        if (said.size() != 1) {
            throw unclear(phrase);
        }
        Set<Permission> permissions = said.get(0).permissions();
        Phrase about = said.get(0).about();
        if (turn.schema().entity(about).isEmpty() && !isAnything(about)) {
            return ofField(grants, permissions, about);
        }
        return without(grants, entity(about), permissions, about);
    }

    /** Grants that hide a field. */
    List<Grant> hidden(List<Grant> grants, Phrase table, Phrase name) {
        EntityView entity = turn.schema().entityNamed(table);
        return narrowed(grants, entity, turn.schema().requireField(entity, name), true);
    }

    /** “See and change invoices, and delete orders”: verbs, then what they are about; a second table has the verbs of the first. */
    private List<Said> said(Phrase phrase) {
        List<Said> said = new ArrayList<>();
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (Phrase told : phrase.split(JOINS)) {
            Phrase part = looking(told);
            String verb = part.at(0).text().toLowerCase(Locale.ROOT);
            Set<Permission> of = part.at(0).quoted() ? null : VERBS.get(root(verb));
            if (of != null) {
                permissions.addAll(of);
            }
            Phrase about = of == null ? part : part.from(1);
            if (!about.isEmpty()) {
                said.add(new Said(Set.copyOf(permissions), about));
                permissions.clear();
            }
        }
        if (said.isEmpty()
                || !permissions.isEmpty()
                || said.get(0).permissions().isEmpty()) {
            throw unclear(phrase);
        }
        return said;
    }

    /** “Look at orders” is to see them. */
    private static Phrase looking(Phrase told) {
        boolean look = told.size() > 2 && told.at(0).isOneOf(LOOK) && told.at(1).is("at");
        return look ? told.to(0).then("see").joined(told.from(2)) : told;
    }

    /** “From deleting” is about to delete. */
    private static String root(String verb) {
        if (VERBS.containsKey(verb) || !verb.endsWith("ing")) {
            return verb;
        }
        String stem = verb.substring(0, verb.length() - 3);
        return VERBS.containsKey(stem) ? stem : stem + "e";
    }

    private String entity(Phrase about) {
        return isAnything(about) ? Grant.ANY : turn.schema().entityNamed(about).key();
    }

    private static boolean isAnything(Phrase about) {
        return about.tokens().stream().allMatch(token -> token.isOneOf(ANYTHING));
    }

    private static List<Grant> with(List<Grant> grants, String entity, Set<Permission> more, Phrase about) {
        List<Grant> same =
                grants.stream().filter(grant -> grant.entity().equals(entity)).toList();
        boolean given = more.stream().allMatch(permission -> grants.stream()
                .anyMatch(grant -> isWhole(grant)
                        && grant.isAbout(entity)
                        && grant.permissions().contains(permission)));
        if (given) {
            return grants;
        }
        if (same.size() > 1 || same.stream().anyMatch(grant -> !grant.records().equals(Filter.everything()))) {
            throw Unclear.say("What the role may do with “%s” depends on the record. Change it on the page “Roles”."
                    .formatted(about.text()));
        }
        List<Grant> next = new ArrayList<>(grants);
        next.removeAll(same);
        Set<Permission> all = EnumSet.copyOf(more);
        same.forEach(grant -> all.addAll(grant.permissions()));
        Set<String> hidden = same.isEmpty() ? Set.of() : same.get(0).hidden();
        Set<String> readOnly = same.isEmpty() ? Set.of() : same.get(0).readOnly();
        next.add(new Grant(entity, all, Filter.everything(), hidden, readOnly));
        return List.copyOf(next);
    }

    private static boolean isWhole(Grant grant) {
        return grant.records().equals(Filter.everything());
    }

    private static List<Grant> without(List<Grant> grants, String entity, Set<Permission> less, Phrase about) {
        boolean everywhere = !entity.equals(Grant.ANY)
                && grants.stream()
                        .filter(grant -> grant.entity().equals(Grant.ANY))
                        .anyMatch(grant -> less.stream().anyMatch(grant.permissions()::contains));
        if (everywhere) {
            throw Unclear.say("The role may do that with every table, so not “%s” alone can be taken from it."
                    .formatted(about.text()));
        }
        List<Grant> next = new ArrayList<>();
        for (Grant grant : grants) {
            Set<Permission> kept = EnumSet.copyOf(grant.permissions());
            if (entity.equals(Grant.ANY) || grant.entity().equals(entity)) {
                kept.removeAll(less);
            }
            if (!kept.isEmpty()) {
                next.add(new Grant(grant.entity(), kept, grant.records(), grant.hidden(), grant.readOnly()));
            }
        }
        return List.copyOf(next);
    }

    /** “May not see salaries”: the one table that has the field, unless it is named. */
    private List<Grant> ofField(List<Grant> grants, Set<Permission> permissions, Phrase about) {
        boolean see = permissions.equals(Set.of(Permission.READ));
        if (!see && !permissions.equals(Set.of(Permission.UPDATE))) {
            throw unclear(about);
        }
        for (Match match : Form.of("[the] <field> of|in <entity>").matches(about)) {
            Optional<EntityView> entity = turn.schema().entity(match.the("entity"));
            if (entity.isPresent()) {
                return narrowed(
                        grants, entity.get(), turn.schema().requireField(entity.get(), match.the("field")), see);
            }
        }
        List<EntityView> having = turn.schema().entities().stream()
                .filter(entity -> turn.schema().hasField(entity, about))
                .toList();
        if (having.size() != 1) {
            throw unclear(about);
        }
        EntityView entity = having.get(0);
        return narrowed(grants, entity, turn.schema().requireField(entity, about), see);
    }

    /** What one grant of a table hides stays hidden whatever others say. */
    private static List<Grant> narrowed(List<Grant> grants, EntityView entity, FieldSpec field, boolean hide) {
        List<Grant> next = new ArrayList<>();
        boolean found = false;
        for (Grant grant : grants) {
            boolean about = grant.entity().equals(entity.key());
            found = found || about;
            next.add(about ? narrowed(grant, field, hide) : grant);
        }
        if (!found) {
            Set<Permission> given = EnumSet.noneOf(Permission.class);
            grants.stream()
                    .filter(grant -> grant.isAbout(entity.key()))
                    .forEach(grant -> given.addAll(grant.permissions()));
            given.retainAll(Set.of(
                    Permission.READ, Permission.CREATE, Permission.UPDATE, Permission.DELETE, Permission.EXPORT));
            if (given.isEmpty()) {
                throw Unclear.say("The role does not see %s at all.".formatted(Names.plural(entity.label())));
            }
            next.add(narrowed(new Grant(entity.key(), given, Filter.everything(), Set.of(), Set.of()), field, hide));
        }
        return List.copyOf(next);
    }

    private static Grant narrowed(Grant grant, FieldSpec field, boolean hide) {
        Set<String> hidden = new HashSet<>(grant.hidden());
        Set<String> readOnly = new HashSet<>(grant.readOnly());
        (hide ? hidden : readOnly).add(field.key());
        return new Grant(grant.entity(), grant.permissions(), grant.records(), hidden, readOnly);
    }

    private static Unclear unclear(Phrase said) {
        return Unclear.say("It is not clear which right “%s” is.".formatted(said.text()));
    }
}
