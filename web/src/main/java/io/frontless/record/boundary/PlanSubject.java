package io.frontless.record.boundary;

import io.frontless.engine.control.PlanView;
import io.frontless.engine.control.PlanView.ChangeView;
import java.util.Map;
import java.util.stream.Collectors;

/** What a plan is about beside records, in words. */
final class PlanSubject {

    private static final String SCHEMA = "the schema";
    private static final String CONNECTIONS = "connections";
    private static final String SIGN_IN = "the sign-in provider";

    /** By the first word of an operation's name; what is about records is not here. */
    private static final Map<String, String> BY_FAMILY = Map.ofEntries(
            Map.entry("entity", SCHEMA),
            Map.entry("field", SCHEMA),
            Map.entry("option", SCHEMA),
            Map.entry("constraint", SCHEMA),
            Map.entry("view", "views"),
            Map.entry("role", "roles"),
            Map.entry("member", "members"),
            Map.entry("invitation", "invitations"),
            Map.entry("directory", "the directory"),
            Map.entry("policy", "the sign-in policy"),
            Map.entry("idp", SIGN_IN),
            Map.entry("identity", SIGN_IN),
            Map.entry("apikey", "API keys"),
            Map.entry("key", "encryption keys"),
            Map.entry("assistant", "the models of the assistant"),
            Map.entry("connection", CONNECTIONS),
            Map.entry("connection-provider", CONNECTIONS),
            Map.entry("sink", "exports of the log"),
            Map.entry("hold", "legal holds"),
            Map.entry("approval", "approvals"),
            Map.entry("retention", "the retention of the log"),
            Map.entry("event", "what the log tells"));

    private PlanSubject() {}

    /** All that a plan is about; nothing where that is records alone. */
    static String of(PlanView plan) {
        return plan.changes().stream()
                .map(ChangeView::action)
                .map(PlanSubject::of)
                .filter(subject -> !subject.isEmpty())
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    /** What an operation is about; nothing where that is records. */
    static String of(String action) {
        return BY_FAMILY.getOrDefault(action.split("\\.", 2)[0], "");
    }
}
