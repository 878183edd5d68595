package io.frontless.record.boundary;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** An operation's name in words: what a plan will do, and what an event has done. */
record ActionWords(String will, String did) {

    /** Operations that stand for others and leave no events of their own. */
    private static final Set<String> COMPOSITE = Set.of(
            "record.upsert", "record.merge", "record.unmerge", "bulk.apply", "import.commit", "option.rename", "undo");

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
            Map.entry("field.move", new ActionWords("Move field", "Moved field")),
            Map.entry("field.convert", new ActionWords("Convert field", "Converted field")),
            Map.entry("option.rename", new ActionWords("Rename option", "Renamed option")),
            Map.entry("constraint.create", new ActionWords("Add constraint", "Added constraint")),
            Map.entry("constraint.update", new ActionWords("Change constraint", "Changed constraint")),
            Map.entry("constraint.delete", new ActionWords("Delete constraint", "Deleted constraint")),
            Map.entry("constraint.restore", new ActionWords("Restore constraint", "Restored constraint")),
            Map.entry("view.create", new ActionWords("Create view", "Created view")),
            Map.entry("view.update", new ActionWords("Change view", "Changed view")),
            Map.entry("view.delete", new ActionWords("Delete view", "Deleted view")),
            Map.entry("view.restore", new ActionWords("Restore view", "Restored view")),
            Map.entry("record.upsert", new ActionWords("Create or update", "Created or updated")),
            Map.entry("record.merge", new ActionWords("Merge into", "Merged into")),
            Map.entry("record.unmerge", new ActionWords("Unmerge", "Unmerged")),
            Map.entry("comment.add", new ActionWords("Comment on", "Commented on")),
            Map.entry("comment.remove", new ActionWords("Remove comment on", "Removed comment on")),
            Map.entry("comment.restore", new ActionWords("Restore comment on", "Restored comment on")),
            Map.entry("link.add", new ActionWords("Link", "Linked")),
            Map.entry("link.remove", new ActionWords("Remove link of", "Removed link of")),
            Map.entry("link.restore", new ActionWords("Restore link of", "Restored link of")),
            Map.entry("bulk.apply", new ActionWords("Change many", "Changed many")),
            Map.entry("import.commit", new ActionWords("Import", "Imported")),
            Map.entry("savepoint.create", new ActionWords("Set savepoint", "Set savepoint")),
            Map.entry("savepoint.remove", new ActionWords("Remove savepoint", "Removed savepoint")),
            Map.entry("undo", new ActionWords("Undo", "Undid")),
            Map.entry("role.create", new ActionWords("Create role", "Created role")),
            Map.entry("role.update", new ActionWords("Change role", "Changed role")),
            Map.entry("role.delete", new ActionWords("Delete role", "Deleted role")),
            Map.entry("role.restore", new ActionWords("Restore role", "Restored role")),
            Map.entry("member.assign", new ActionWords("Change role of", "Changed role of")),
            Map.entry("apikey.create", new ActionWords("Create API key", "Created API key")),
            Map.entry("apikey.revoke", new ActionWords("Revoke API key", "Revoked API key")),
            Map.entry("account.create", new ActionWords("Make account", "Made account")),
            Map.entry("account.rename", new ActionWords("Change name", "Changed name")),
            Map.entry("password.set", new ActionWords("Set password", "Set password")),
            Map.entry("address.change", new ActionWords("Change address", "Changed address")),
            Map.entry("session.open", new ActionWords("Sign in on", "Signed in on")),
            Map.entry("session.end", new ActionWords("End session on", "Ended session on")),
            Map.entry("factor.totp.enable", new ActionWords("Set up", "Set up")),
            Map.entry("factor.totp.disable", new ActionWords("Stop using", "Stopped using")),
            Map.entry("passkey.add", new ActionWords("Add passkey", "Added passkey")),
            Map.entry("passkey.rename", new ActionWords("Rename passkey", "Renamed passkey")),
            Map.entry("passkey.remove", new ActionWords("Remove passkey", "Removed passkey")),
            Map.entry("recovery.renew", new ActionWords("Renew", "Renewed")),
            Map.entry("recovery.use", new ActionWords("Use one of", "Used one of")),
            Map.entry("member.invite", new ActionWords("Invite", "Invited")),
            Map.entry("invitation.revoke", new ActionWords("Revoke invitation of", "Revoked invitation of")),
            Map.entry("member.join", new ActionWords("Join as", "Joined as")),
            Map.entry("member.suspend", new ActionWords("Suspend", "Suspended")),
            Map.entry("member.resume", new ActionWords("Let in again", "Let in again")),
            Map.entry("member.remove", new ActionWords("Remove member", "Removed member")),
            Map.entry("member.restore", new ActionWords("Bring back", "Brought back")),
            Map.entry("member.leave", new ActionWords("Leave as", "Left as")),
            Map.entry("member.admit", new ActionWords("Admit", "Admitted")),
            Map.entry("idp.connect", new ActionWords("Connect sign-in provider", "Connected sign-in provider")),
            Map.entry("idp.update", new ActionWords("Change sign-in provider", "Changed sign-in provider")),
            Map.entry(
                    "idp.disconnect", new ActionWords("Disconnect sign-in provider", "Disconnected sign-in provider")),
            Map.entry("identity.link", new ActionWords("Link sign-in of", "Linked sign-in of")),
            Map.entry("identity.unlink", new ActionWords("Unlink sign-in of", "Unlinked sign-in of")),
            Map.entry("directory.add", new ActionWords("Add to directory", "Added to directory")),
            Map.entry("directory.update", new ActionWords("Change in directory", "Changed in directory")),
            Map.entry("directory.remove", new ActionWords("Remove from directory", "Removed from directory")),
            Map.entry("connection-provider.declare", new ActionWords("Declare provider", "Declared provider")),
            Map.entry("connection-provider.remove", new ActionWords("Remove provider", "Removed provider")),
            Map.entry("connection.connect", new ActionWords("Connect", "Connected")),
            Map.entry("connection.disconnect", new ActionWords("Disconnect", "Disconnected")),
            Map.entry("connection.lapse", new ActionWords("End authorization of", "Ended authorization of")),
            Map.entry("connection.reauthorize", new ActionWords("Authorize anew", "Authorized anew")),
            Map.entry("policy.set", new ActionWords("Change", "Changed")),
            Map.entry("assistant.policy.set", new ActionWords("Change", "Changed")),
            Map.entry("event.redact", new ActionWords("Redact", "Redacted")),
            Map.entry("approval.request", new ActionWords("Ask for an approval", "Asked for an approval")),
            Map.entry("approval.decide", new ActionWords("Decide an approval", "Decided an approval")),
            Map.entry("approval.withdraw", new ActionWords("Take back an approval", "Took back an approval")),
            Map.entry("hold.place", new ActionWords("Place legal hold", "Placed legal hold")),
            Map.entry("hold.lift", new ActionWords("Lift legal hold", "Lifted legal hold")),
            Map.entry("sink.create", new ActionWords("Export log to", "Exported log to")),
            Map.entry("sink.update", new ActionWords("Change export to", "Changed export to")),
            Map.entry("sink.delete", new ActionWords("End export to", "Ended export to")),
            Map.entry("retention.set", new ActionWords("Change", "Changed")),
            Map.entry("retention.remove", new ActionWords("Archive and remove", "Archived and removed")),
            Map.entry("secret.use", new ActionWords("Open secret for", "Opened secret for")),
            Map.entry("key.rotate", new ActionWords("Rotate", "Rotated")),
            Map.entry("key.destroy", new ActionWords("Destroy", "Destroyed")),
            Map.entry("key.shred", new ActionWords("Destroy for ever", "Destroyed for ever")),
            Map.entry("installation-key.rotate", new ActionWords("Rotate", "Rotated")),
            Map.entry("installation-key.destroy", new ActionWords("Destroy", "Destroyed")),
            Map.entry("workspace.move", new ActionWords("Move", "Moved")),
            Map.entry("workspace.confirm-move", new ActionWords("Delete copy", "Deleted copy")),
            Map.entry("workspace.create", new ActionWords("Found workspace", "Founded workspace")));

    /** What can be asked of the log: the names of actions with what they did in words, in the order of the words. */
    static List<Map.Entry<String, String>> asked() {
        return BY_ACTION.entrySet().stream()
                .filter(action -> !COMPOSITE.contains(action.getKey()))
                .map(action -> Map.entry(action.getKey(), action.getValue().did()))
                .sorted(Map.Entry.<String, String>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    /** The words for an action; one that is new is shown by its name. */
    static ActionWords of(String action) {
        return BY_ACTION.getOrDefault(action, new ActionWords(action, action));
    }
}
