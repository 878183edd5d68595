package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.access.control.InvitationView;
import io.frontless.access.control.MemberView;
import io.frontless.access.control.RoleView;
import io.frontless.assistant.control.People;
import io.frontless.operation.Grant;
import io.frontless.operation.Permission;
import io.frontless.workspace.control.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Members, invitations, roles and rights in words, said by somebody who decides about them. */
final class PeopleReadingTest {

    private static final UUID LENA = new UUID(0, 10);
    private static final UUID OMAR = new UUID(0, 11);
    private static final UUID OMAR_SY = new UUID(0, 12);
    private static final UUID FORMER = new UUID(0, 13);
    private static final UUID INVITATION = new UUID(0, 14);
    private static final Role BOOKKEEPER =
            new Role("bookkeeper", "Bookkeeper", List.of(Grant.of("invoice", Permission.READ, Permission.UPDATE)));
    private static final Role READER = new Role("reader", "Reader", List.of(Grant.of(Grant.ANY, Permission.READ)));

    private static final People PEOPLE = new People(
            List.of(
                    new MemberView(LENA, "Lena Fischer", "lena@acme.example", "MEMBER", 2, false),
                    new MemberView(OMAR, "Omar Haddad", "omar@acme.example", "bookkeeper", 3, false),
                    new MemberView(OMAR_SY, "Omar Sy", "sy@acme.example", "VIEWER", 1, true),
                    new MemberView(Workspace.AUTHOR.id(), "Nora Klein", "nora@acme.example", "OWNER", 1, false)),
            List.of(new MemberView(FORMER, "Paul Bauer", "paul@acme.example", "MEMBER", 4, false)),
            List.of(new InvitationView(INVITATION, "zoe@acme.example", "MEMBER", "Nora", Instant.EPOCH, false, 5)),
            Stream.concat(
                            Role.READY_MADE.stream().map(role -> new RoleView(role, 0, true)),
                            Stream.of(new RoleView(BOOKKEEPER, 7, false), new RoleView(READER, 2, false)))
                    .toList());

    private static final Map<String, UUID> NAMES = Map.of(
            "LENA",
            LENA,
            "OMAR",
            OMAR,
            "SY",
            OMAR_SY,
            "PAUL",
            FORMER,
            "ZOE",
            INVITATION,
            "NORA",
            Workspace.AUTHOR.id());

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    make Lena an admin => Make Lena Fischer Admin | s1 member.assign null@2 {member=LENA, role=ADMIN}
                    make lena@acme.example a viewer => Make Lena Fischer Viewer | s1 member.assign null@2 {member=LENA, role=VIEWER}
                    make Lena and Omar Haddad bookkeepers => Make Lena Fischer, Omar Haddad Bookkeeper | s1 member.assign null@2 {member=LENA, role=bookkeeper} ; s2 member.assign null@3 {member=OMAR, role=bookkeeper}
                    change Lena's role to bookkeeper => Make Lena Fischer Bookkeeper | s1 member.assign null@2 {member=LENA, role=bookkeeper}
                    give Lena the role Reader => Make Lena Fischer Reader | s1 member.assign null@2 {member=LENA, role=reader}
                    assign the admin role to Lena Fischer => Make Lena Fischer Admin | s1 member.assign null@2 {member=LENA, role=ADMIN}
                    demote Nora to member => Make Nora Klein Member | s1 member.assign null@1 {member=NORA, role=MEMBER}
                    make me a viewer => Make Nora Klein Viewer | s1 member.assign null@1 {member=NORA, role=VIEWER}
                    make Omar an admin => ask “Omar” could be several members. Which one? | make omar@acme.example an admin ; make sy@acme.example an admin
                    make Lena a boss => no There is no record “Lena”.
                    make Studi an admin => no There is no record “Studi”.
                    invite ada@acme.example as a member => Invite ada@acme.example as Member | s1 member.invite null {email=ada@acme.example, role=MEMBER}
                    invite ada@acme.example and bo@acme.example to the workspace as bookkeepers => Invite ada@acme.example, bo@acme.example as Bookkeeper | s1 member.invite null {email=ada@acme.example, role=bookkeeper} ; s2 member.invite null {email=bo@acme.example, role=bookkeeper}
                    invite ada@acme.example => ask With which role? | invite ada@acme.example as "Owner" ; invite ada@acme.example as "Admin" ; invite ada@acme.example as "Member" ; invite ada@acme.example as "Viewer"
                    invite ada@acme.example as a boss => ask With which role? | invite ada@acme.example as a "Owner" ; invite ada@acme.example as a "Admin" ; invite ada@acme.example as a "Member" ; invite ada@acme.example as a "Viewer"
                    revoke the invitation of zoe@acme.example => Revoke the invitation of zoe@acme.example | s1 invitation.revoke null@5 {invitation=ZOE}
                    suspend Lena => Suspend Lena Fischer | s1 member.suspend null@2 {member=LENA}
                    let Omar Sy in again => Let in again Omar Sy | s1 member.resume null@1 {member=SY}
                    remove Lena from the workspace => Remove Lena Fischer | s1 member.remove null@2 {member=LENA}
                    bring Paul Bauer back to the team => Bring back Paul Bauer | s1 member.restore null@4 {member=PAUL}
                    Lena becomes an admin => Make Lena Fischer Admin | s1 member.assign null@2 {member=LENA, role=ADMIN}
                    Lena is now a viewer => Make Lena Fischer Viewer | s1 member.assign null@2 {member=LENA, role=VIEWER}
                    Lena gets the role Reader => Make Lena Fischer Reader | s1 member.assign null@2 {member=LENA, role=reader}
                    block Lena's account => Suspend Lena Fischer | s1 member.suspend null@2 {member=LENA}
                    unblock Omar Sy => Let in again Omar Sy | s1 member.resume null@1 {member=SY}
                    add ada@acme.example to the workspace as a member => Invite ada@acme.example as Member | s1 member.invite null {email=ada@acme.example, role=MEMBER}
                    Lena becomes a boss => no That was not understood. These would be:
                    don't suspend Lena => no That was not understood. These would be:
                    should I suspend Lena? => no That was not understood. These would be:
                    """)
    void membersAreChanged(String sentence, String proposal) {
        assertThat(say(sentence)).isEqualTo(proposal);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    create a role Sales that can see and change leads => Create role Sales | s1 role.create null {grants=[{entity=lead, permissions=[read update]}], label=Sales, role=sales}
                    create a role Guest that may read everything => Create role Guest | s1 role.create null {grants=[{entity=*, permissions=[read]}], label=Guest, role=guest}
                    let bookkeepers delete leads => Change what role Bookkeeper may do | s1 role.update null@7 {grants=[{entity=invoice, permissions=[read update]} {entity=lead, permissions=[delete]}], label=Bookkeeper, role=bookkeeper}
                    allow the role Bookkeeper to add leads and delete leads => Change what role Bookkeeper may do | s1 role.update null@7 {grants=[{entity=invoice, permissions=[read update]} {entity=lead, permissions=[create delete]}], label=Bookkeeper, role=bookkeeper}
                    readers may also add leads => Change what role Reader may do | s1 role.update null@2 {grants=[{entity=*, permissions=[read]} {entity=lead, permissions=[create]}], label=Reader, role=reader}
                    readers may not see emails => Change what role Reader may do | s1 role.update null@2 {grants=[{entity=*, permissions=[read]} {entity=lead, permissions=[read], hidden=[email]}], label=Reader, role=reader}
                    hide the value of leads from readers => Change what role Reader may do | s1 role.update null@2 {grants=[{entity=*, permissions=[read]} {entity=lead, permissions=[read], hidden=[value]}], label=Reader, role=reader}
                    readers may not see leads => no The role may do that with every table, so not “leads” alone can be taken from it.
                    readers may see leads => no Nothing to change: Reader is already so.
                    let members delete leads => no The role Member is ready made and the same everywhere. Make one of your own and give it to people.
                    viewers may not see emails => no The role Viewer is ready made and the same everywhere. Make one of your own and give it to people.
                    let Lena delete leads => no Rights are given by roles, not to one person: say which role may do that.
                    rename the role Reader to Guest => Rename role Reader to Guest | s1 role.update null@2 {grants=[{entity=*, permissions=[read]}], label=Guest, role=reader}
                    delete the role Reader => Delete role Reader | s1 role.delete null@2 {role=reader}
                    bookkeepers are also allowed to delete leads => Change what role Bookkeeper may do | s1 role.update null@7 {grants=[{entity=invoice, permissions=[read update]} {entity=lead, permissions=[delete]}], label=Bookkeeper, role=bookkeeper}
                    the role Bookkeeper gets the right to delete leads => Change what role Bookkeeper may do | s1 role.update null@7 {grants=[{entity=invoice, permissions=[read update]} {entity=lead, permissions=[delete]}], label=Bookkeeper, role=bookkeeper}
                    new role Guest: may look at leads => Create role Guest | s1 role.create null {grants=[{entity=lead, permissions=[read]}], label=Guest, role=guest}
                    create a role Sales => no Say what the role is allowed.
                    """)
    void rolesAreChanged(String sentence, String proposal) {
        assertThat(say(sentence)).isEqualTo(proposal);
    }

    @Test
    void whoDecidesAboutNobodyChangesNobody() {
        assertThat(Workspace.leads().say("make Lena an admin")).startsWith("no ");
        assertThat(Workspace.leads().say("invite ada@acme.example as a member")).startsWith("no ");
        assertThat(Workspace.leads().say("delete the role Reader")).startsWith("no ");
    }

    private static String say(String sentence) {
        String line = Workspace.leads().with(PEOPLE).say(sentence);
        for (Map.Entry<String, UUID> name : NAMES.entrySet()) {
            line = line.replace(name.getValue().toString(), name.getKey());
        }
        return line;
    }
}
