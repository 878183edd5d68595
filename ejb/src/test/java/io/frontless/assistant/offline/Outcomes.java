package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Step;
import io.frontless.record.control.Grouping;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a proposal does to the records of a workspace, or tells of them, in a line that does not depend on how the planner puts it:
 * {@code set Invoice: INV-1, INV-2 | Status=paid}, {@code add Task | Title=…}, {@code delete …: …}, {@code list …: …}, {@code top …: …} in order,
 * {@code count 3}, {@code value 4.5}, {@code groups a=1, b=2}, {@code undo …}, {@code changes …}, {@code schema operation entity field}, or
 * {@code ask} for a question or refusal. Several steps are parted by {@code ;}.
 */
record Outcomes(Workspace workspace) {

    String of(Proposal proposal) {
        if (proposal instanceof Proposal.Change change) {
            return change(change);
        }
        if (proposal instanceof Proposal.Question || proposal instanceof Proposal.NotUnderstood) {
            return "ask";
        }
        if (proposal instanceof Proposal.ListRecords list) {
            List<RecordView> all = workspace.records().find(list.query());
            Stream<String> titles = all.stream().map(RecordView::title);
            boolean ordered = !list.query().sort().isEmpty();
            return (ordered ? "top " : "list ") + label(list.query().entity()) + ": "
                    + (ordered ? titles : titles.sorted()).collect(Collectors.joining(", "));
        }
        if (proposal instanceof Proposal.CountRecords count) {
            return "count " + workspace.records().all(count.query()).size();
        }
        if (proposal instanceof Proposal.SummarizeRecords summary) {
            return summary(summary.query());
        }
        return undo(proposal);
    }

    private String undo(Proposal proposal) {
        if (proposal instanceof Proposal.UndoLast) {
            return "undo last";
        }
        if (proposal instanceof Proposal.UndoSeveral several) {
            return "undo " + several.who().map(name -> name + " ").orElse("") + "last " + several.count();
        }
        if (proposal instanceof Proposal.UndoConversation) {
            return "undo conversation";
        }
        if (proposal instanceof Proposal.UndoSavepoint savepoint) {
            return "undo to " + savepoint.name();
        }
        if (proposal instanceof Proposal.Redo) {
            return "redo";
        }
        if (proposal instanceof Proposal.UndoSpan span) {
            String from = span.from().toString().substring(0, 10);
            String until = span.until().toString().substring(0, 10);
            boolean today = span.until()
                    .equals(Workspace.TODAY.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
            return "undo " + span.who().orElse("mine") + " from " + from + (today ? "" : " until " + until);
        }
        if (proposal instanceof Proposal.ListChanges changes) {
            return changes.record()
                    .map(record -> "changes " + label(record.entity()) + ": " + Corpus.title(workspace, record.id()))
                    .orElse("changes " + changes.last());
        }
        return proposal instanceof Proposal.ListEntities ? "tables" : proposal.toString();
    }

    /** Steps that do the same to several records are told together, in whatever order they are. */
    private String change(Proposal.Change change) {
        Map<String, List<String>> same = new LinkedHashMap<>();
        for (Step step : change.steps()) {
            String entity = label(String.valueOf(step.params().get("entity")));
            switch (step.op()) {
                case "record.create" -> same.put("add " + entity + values(step, change), List.of());
                case "record.update" -> of(same, "set " + entity, values(step, change), step);
                case "record.delete" -> of(same, "delete " + entity, "", step);
                case "record.restore" -> of(same, "restore " + entity, "", step);
                default -> same.put("schema " + step.op() + " " + step.params().get("entity") + field(step), List.of());
            }
        }
        return normal(same.entrySet().stream()
                .map(entry -> entry.getKey()
                        .replace(
                                "%",
                                String.join(
                                        ", ", entry.getValue().stream().sorted().toList())))
                .collect(Collectors.joining(" ; ")));
    }

    private void of(Map<String, List<String>> same, String what, String values, Step step) {
        String title =
                Corpus.title(workspace, Objects.requireNonNull(step.params().get("id")));
        same.computeIfAbsent(what + ": %" + values, key -> new ArrayList<>()).add(title);
    }

    private static String field(Step step) {
        Object field = step.params().get("field");
        return field instanceof Map<?, ?> spec ? " " + spec.get("key") : field == null ? "" : " " + field;
    }

    /** What comes of a sentence said in a corpus; what is in brackets before it was mentioned by the turn before. */
    static String of(String corpus, String said) {
        String mentioned = said.startsWith("[") ? said.substring(1, said.indexOf(']')) : "";
        String sentence = mentioned.isEmpty() ? said : said.substring(said.indexOf(']') + 2);
        Workspace workspace = Corpus.read(corpus).workspace(mentioned);
        return normal(new Outcomes(workspace).of(workspace.propose(sentence)));
    }

    /** An outcome in which the order of titles, values and steps makes no difference, nor in how many steps a record gets its values. */
    static String normal(String outcome) {
        Map<String, List<String>> sets = new TreeMap<>();
        List<String> steps = new ArrayList<>();
        for (String step : outcome.split(" ; ", -1)) {
            String[] parts = step.strip().split(" \\| ", -1);
            int colon = parts[0].indexOf(": ");
            if (parts[0].startsWith("set ") && colon > 0) {
                for (String title : parts[0].substring(colon + 2).split(", ", -1)) {
                    sets.computeIfAbsent(parts[0].substring(0, colon + 2) + title.strip(), key -> new ArrayList<>())
                            .addAll(List.of(parts).subList(1, parts.length));
                }
            } else {
                steps.add(step);
            }
        }
        Map<String, List<String>> same = new TreeMap<>();
        sets.forEach((record, values) -> {
            int title = record.indexOf(": ") + 2;
            String key = record.substring(0, title) + "% | "
                    + values.stream().distinct().sorted().collect(Collectors.joining(" | "));
            same.computeIfAbsent(key, one -> new ArrayList<>()).add(record.substring(title));
        });
        same.forEach(
                (key, titles) -> steps.add(key.replaceFirst("%", Matcher.quoteReplacement(String.join(", ", titles)))));
        return steps.stream().map(Outcomes::normalStep).sorted().collect(Collectors.joining(" ; "));
    }

    private static String normalStep(String step) {
        String[] parts = step.strip().split(" \\| ", -1);
        String head = parts[0];
        int colon = head.indexOf(": ");
        if (colon > 0 && !head.startsWith("top")) {
            head = head.substring(0, colon + 2)
                    + Stream.of(head.substring(colon + 2).split(", ", -1))
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (head.startsWith("groups ")) {
            head = "groups "
                    + Stream.of(head.substring(7).split(", ", -1)).sorted().collect(Collectors.joining(", "));
        }
        return Stream.concat(Stream.of(head.strip()), Stream.of(parts).skip(1).sorted())
                .collect(Collectors.joining(" | "));
    }

    private String values(Step step, Proposal.Change change) {
        EntityView entity = workspace
                .schema()
                .entity(String.valueOf(step.params().get("entity")))
                .orElseThrow();
        StringBuilder values = new StringBuilder();
        ((Map<?, ?>) Objects.requireNonNull(step.params().get("values"))).forEach((key, value) -> {
            FieldSpec field = entity.field(String.valueOf(key)).orElseThrow();
            values.append(" | ").append(field.label()).append('=').append(shown(field, value, change));
        });
        return values.toString();
    }

    private String shown(FieldSpec field, @Nullable Object value, Proposal.Change change) {
        if (value == null) {
            return "-";
        }
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        if (field.type() != FieldType.REFERENCE) {
            return String.valueOf(value);
        }
        String id = String.valueOf(value);
        if (!id.startsWith("$")) {
            return Corpus.title(workspace, id);
        }
        Step made = change.steps().stream()
                .filter(step -> id.equals("$" + step.id() + ".id"))
                .findFirst()
                .orElseThrow();
        EntityView target =
                workspace.schema().entity(String.valueOf(field.target())).orElseThrow();
        Map<?, ?> values = (Map<?, ?>) Objects.requireNonNull(made.params().get("values"));
        return String.valueOf(values.get(target.titleField().orElseThrow().key()));
    }

    private String label(String entity) {
        return Corpus.label(workspace, entity);
    }

    private String summary(RecordQuery query) {
        Grouping grouping = Objects.requireNonNull(query.group());
        Map<String, List<RecordView>> groups = new TreeMap<>();
        EntityView entity = workspace.schema().entity(query.entity()).orElseThrow();
        for (RecordView record : workspace.records().all(query)) {
            String by = grouping.by().isEmpty()
                    ? ""
                    : shownBy(entity, grouping.by().get(0).field(), record);
            groups.computeIfAbsent(by, key -> new ArrayList<>()).add(record);
        }
        Grouping.Aggregate made = grouping.aggregates().get(0);
        if (grouping.by().isEmpty()) {
            return "value " + number(made, groups.getOrDefault("", List.of()));
        }
        return "groups "
                + groups.entrySet().stream()
                        .map(group -> group.getKey() + "=" + number(made, group.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private String shownBy(EntityView entity, String key, RecordView record) {
        FieldSpec field = entity.field(key).orElseThrow();
        return shown(field, record.values().get(key), new Proposal.Change("", List.of()));
    }

    private static String number(Grouping.Aggregate made, List<RecordView> records) {
        if (made.function() == Grouping.Function.COUNT) {
            return String.valueOf(records.size());
        }
        List<BigDecimal> numbers = records.stream()
                .map(record -> record.values().get(String.valueOf(made.field())))
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast)
                .toList();
        if (numbers.isEmpty()) {
            return "-";
        }
        BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal number =
                switch (made.function()) {
                    case SUM, COUNT -> sum;
                    case AVG -> sum.divide(BigDecimal.valueOf(numbers.size()), 6, RoundingMode.HALF_EVEN);
                    case MIN -> numbers.stream().min(BigDecimal::compareTo).orElseThrow();
                    case MAX -> numbers.stream().max(BigDecimal::compareTo).orElseThrow();
                };
        return number.stripTrailingZeros().toPlainString();
    }

    static boolean isWrite(String outcome) {
        return Stream.of("set ", "add ", "delete ", "restore ", "schema ", "undo", "redo")
                .anyMatch(outcome::startsWith);
    }
}
