package io.frontless.record.boundary;

import java.util.Map;

/** An operation's name in words: what a plan will do, and what an event has done. */
record ActionWords(String will, String did) {

    private static final Map<String, ActionWords> BY_ACTION = Map.ofEntries(
            Map.entry("record.create", new ActionWords("Create", "Created")),
            Map.entry("record.update", new ActionWords("Update", "Updated")),
            Map.entry("record.delete", new ActionWords("Delete", "Deleted")),
            Map.entry("record.restore", new ActionWords("Restore", "Restored")),
            Map.entry("entity.create", new ActionWords("Create table", "Created table")),
            Map.entry("entity.update", new ActionWords("Change table", "Changed table")),
            Map.entry("entity.delete", new ActionWords("Delete table", "Deleted table")),
            Map.entry("entity.restore", new ActionWords("Restore table", "Restored table")),
            Map.entry("field.create", new ActionWords("Add field", "Added field")),
            Map.entry("field.update", new ActionWords("Change field", "Changed field")),
            Map.entry("field.delete", new ActionWords("Delete field", "Deleted field")),
            Map.entry("field.restore", new ActionWords("Restore field", "Restored field")),
            Map.entry("role.create", new ActionWords("Create role", "Created role")),
            Map.entry("role.update", new ActionWords("Change role", "Changed role")),
            Map.entry("role.delete", new ActionWords("Delete role", "Deleted role")),
            Map.entry("role.restore", new ActionWords("Restore role", "Restored role")),
            Map.entry("member.assign", new ActionWords("Change role of", "Changed role of")),
            Map.entry("workspace.create", new ActionWords("Found workspace", "Founded workspace")));

    /** The words for an action; one that is new is shown by its name. */
    static ActionWords of(String action) {
        return BY_ACTION.getOrDefault(action, new ActionWords(action, action));
    }
}
