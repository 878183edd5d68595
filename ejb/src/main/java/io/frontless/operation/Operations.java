package io.frontless.operation;

import static java.util.Map.entry;

import io.frontless.kernel.Rejection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads operations by name: the one list of what a plan can say. */
public final class Operations {

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            entry(
                    CreateWorkspace.NAME,
                    new Kind(CreateWorkspace.class, CreateWorkspace.REVERSAL, CreateWorkspace::from)),
            entry(CreateEntity.NAME, new Kind(CreateEntity.class, CreateEntity.REVERSAL, CreateEntity::from)),
            entry(UpdateEntity.NAME, new Kind(UpdateEntity.class, UpdateEntity.REVERSAL, UpdateEntity::from)),
            entry(DeleteEntity.NAME, new Kind(DeleteEntity.class, DeleteEntity.REVERSAL, DeleteEntity::from)),
            entry(RestoreEntity.NAME, new Kind(RestoreEntity.class, RestoreEntity.REVERSAL, RestoreEntity::from)),
            entry(CreateField.NAME, new Kind(CreateField.class, CreateField.REVERSAL, CreateField::from)),
            entry(UpdateField.NAME, new Kind(UpdateField.class, UpdateField.REVERSAL, UpdateField::from)),
            entry(DeleteField.NAME, new Kind(DeleteField.class, DeleteField.REVERSAL, DeleteField::from)),
            entry(RestoreField.NAME, new Kind(RestoreField.class, RestoreField.REVERSAL, RestoreField::from)),
            entry(MoveField.NAME, new Kind(MoveField.class, MoveField.REVERSAL, MoveField::from)),
            entry(ConvertField.NAME, new Kind(ConvertField.class, ConvertField.REVERSAL, ConvertField::from)),
            entry(RenameOption.NAME, new Kind(RenameOption.class, RenameOption.REVERSAL, RenameOption::from)),
            entry(
                    CreateConstraint.NAME,
                    new Kind(CreateConstraint.class, CreateConstraint.REVERSAL, CreateConstraint::from)),
            entry(
                    UpdateConstraint.NAME,
                    new Kind(UpdateConstraint.class, UpdateConstraint.REVERSAL, UpdateConstraint::from)),
            entry(
                    DeleteConstraint.NAME,
                    new Kind(DeleteConstraint.class, DeleteConstraint.REVERSAL, DeleteConstraint::from)),
            entry(
                    RestoreConstraint.NAME,
                    new Kind(RestoreConstraint.class, RestoreConstraint.REVERSAL, RestoreConstraint::from)),
            entry(CreateView.NAME, new Kind(CreateView.class, CreateView.REVERSAL, CreateView::from)),
            entry(UpdateView.NAME, new Kind(UpdateView.class, UpdateView.REVERSAL, UpdateView::from)),
            entry(DeleteView.NAME, new Kind(DeleteView.class, DeleteView.REVERSAL, DeleteView::from)),
            entry(RestoreView.NAME, new Kind(RestoreView.class, RestoreView.REVERSAL, RestoreView::from)),
            entry(CreateRecord.NAME, new Kind(CreateRecord.class, CreateRecord.REVERSAL, CreateRecord::from)),
            entry(UpdateRecord.NAME, new Kind(UpdateRecord.class, UpdateRecord.REVERSAL, UpdateRecord::from)),
            entry(DeleteRecord.NAME, new Kind(DeleteRecord.class, DeleteRecord.REVERSAL, DeleteRecord::from)),
            entry(RestoreRecord.NAME, new Kind(RestoreRecord.class, RestoreRecord.REVERSAL, RestoreRecord::from)),
            entry(UpsertRecord.NAME, new Kind(UpsertRecord.class, UpsertRecord.REVERSAL, UpsertRecord::from)),
            entry(MergeRecords.NAME, new Kind(MergeRecords.class, MergeRecords.REVERSAL, MergeRecords::from)),
            entry(UnmergeRecord.NAME, new Kind(UnmergeRecord.class, UnmergeRecord.REVERSAL, UnmergeRecord::from)),
            entry(AddComment.NAME, new Kind(AddComment.class, AddComment.REVERSAL, AddComment::from)),
            entry(RemoveComment.NAME, new Kind(RemoveComment.class, RemoveComment.REVERSAL, RemoveComment::from)),
            entry(RestoreComment.NAME, new Kind(RestoreComment.class, RestoreComment.REVERSAL, RestoreComment::from)),
            entry(AddLink.NAME, new Kind(AddLink.class, AddLink.REVERSAL, AddLink::from)),
            entry(RemoveLink.NAME, new Kind(RemoveLink.class, RemoveLink.REVERSAL, RemoveLink::from)),
            entry(RestoreLink.NAME, new Kind(RestoreLink.class, RestoreLink.REVERSAL, RestoreLink::from)),
            entry(
                    CreateSavepoint.NAME,
                    new Kind(CreateSavepoint.class, CreateSavepoint.REVERSAL, CreateSavepoint::from)),
            entry(
                    RemoveSavepoint.NAME,
                    new Kind(RemoveSavepoint.class, RemoveSavepoint.REVERSAL, RemoveSavepoint::from)),
            entry(ApplyBulk.NAME, new Kind(ApplyBulk.class, ApplyBulk.REVERSAL, ApplyBulk::from)),
            entry(CommitImport.NAME, new Kind(CommitImport.class, CommitImport.REVERSAL, CommitImport::from)),
            entry(Undo.NAME, new Kind(Undo.class, Undo.REVERSAL, Undo::from)),
            entry(CreateRole.NAME, new Kind(CreateRole.class, CreateRole.REVERSAL, CreateRole::from)),
            entry(UpdateRole.NAME, new Kind(UpdateRole.class, UpdateRole.REVERSAL, UpdateRole::from)),
            entry(DeleteRole.NAME, new Kind(DeleteRole.class, DeleteRole.REVERSAL, DeleteRole::from)),
            entry(RestoreRole.NAME, new Kind(RestoreRole.class, RestoreRole.REVERSAL, RestoreRole::from)),
            entry(AssignMember.NAME, new Kind(AssignMember.class, AssignMember.REVERSAL, AssignMember::from)),
            entry(CreateApiKey.NAME, new Kind(CreateApiKey.class, CreateApiKey.REVERSAL, CreateApiKey::from)),
            entry(RevokeApiKey.NAME, new Kind(RevokeApiKey.class, RevokeApiKey.REVERSAL, RevokeApiKey::from)),
            entry(CreateAccount.NAME, new Kind(CreateAccount.class, CreateAccount.REVERSAL, CreateAccount::from)),
            entry(RenameAccount.NAME, new Kind(RenameAccount.class, RenameAccount.REVERSAL, RenameAccount::from)),
            entry(SetPassword.NAME, new Kind(SetPassword.class, SetPassword.REVERSAL, SetPassword::from)),
            entry(ChangeAddress.NAME, new Kind(ChangeAddress.class, ChangeAddress.REVERSAL, ChangeAddress::from)),
            entry(OpenSession.NAME, new Kind(OpenSession.class, OpenSession.REVERSAL, OpenSession::from)),
            entry(EndSession.NAME, new Kind(EndSession.class, EndSession.REVERSAL, EndSession::from)),
            entry(EnableTotp.NAME, new Kind(EnableTotp.class, EnableTotp.REVERSAL, EnableTotp::from)),
            entry(DisableTotp.NAME, new Kind(DisableTotp.class, DisableTotp.REVERSAL, DisableTotp::from)),
            entry(AddPasskey.NAME, new Kind(AddPasskey.class, AddPasskey.REVERSAL, AddPasskey::from)),
            entry(RenamePasskey.NAME, new Kind(RenamePasskey.class, RenamePasskey.REVERSAL, RenamePasskey::from)),
            entry(RemovePasskey.NAME, new Kind(RemovePasskey.class, RemovePasskey.REVERSAL, RemovePasskey::from)),
            entry(
                    RenewRecoveryCodes.NAME,
                    new Kind(RenewRecoveryCodes.class, RenewRecoveryCodes.REVERSAL, RenewRecoveryCodes::from)),
            entry(
                    UseRecoveryCode.NAME,
                    new Kind(UseRecoveryCode.class, UseRecoveryCode.REVERSAL, UseRecoveryCode::from)),
            entry(InviteMember.NAME, new Kind(InviteMember.class, InviteMember.REVERSAL, InviteMember::from)),
            entry(
                    RevokeInvitation.NAME,
                    new Kind(RevokeInvitation.class, RevokeInvitation.REVERSAL, RevokeInvitation::from)),
            entry(JoinWorkspace.NAME, new Kind(JoinWorkspace.class, JoinWorkspace.REVERSAL, JoinWorkspace::from)),
            entry(SuspendMember.NAME, new Kind(SuspendMember.class, SuspendMember.REVERSAL, SuspendMember::from)),
            entry(ResumeMember.NAME, new Kind(ResumeMember.class, ResumeMember.REVERSAL, ResumeMember::from)),
            entry(RemoveMember.NAME, new Kind(RemoveMember.class, RemoveMember.REVERSAL, RemoveMember::from)),
            entry(RestoreMember.NAME, new Kind(RestoreMember.class, RestoreMember.REVERSAL, RestoreMember::from)),
            entry(LeaveWorkspace.NAME, new Kind(LeaveWorkspace.class, LeaveWorkspace.REVERSAL, LeaveWorkspace::from)),
            entry(
                    ConnectProvider.NAME,
                    new Kind(ConnectProvider.class, ConnectProvider.REVERSAL, ConnectProvider::from)),
            entry(UpdateProvider.NAME, new Kind(UpdateProvider.class, UpdateProvider.REVERSAL, UpdateProvider::from)),
            entry(
                    DisconnectProvider.NAME,
                    new Kind(DisconnectProvider.class, DisconnectProvider.REVERSAL, DisconnectProvider::from)),
            entry(AdmitMember.NAME, new Kind(AdmitMember.class, AdmitMember.REVERSAL, AdmitMember::from)),
            entry(LinkIdentity.NAME, new Kind(LinkIdentity.class, LinkIdentity.REVERSAL, LinkIdentity::from)),
            entry(UnlinkIdentity.NAME, new Kind(UnlinkIdentity.class, UnlinkIdentity.REVERSAL, UnlinkIdentity::from)),
            entry(
                    AddDirectoryUser.NAME,
                    new Kind(AddDirectoryUser.class, AddDirectoryUser.REVERSAL, AddDirectoryUser::from)),
            entry(
                    UpdateDirectoryUser.NAME,
                    new Kind(UpdateDirectoryUser.class, UpdateDirectoryUser.REVERSAL, UpdateDirectoryUser::from)),
            entry(
                    RemoveDirectoryUser.NAME,
                    new Kind(RemoveDirectoryUser.class, RemoveDirectoryUser.REVERSAL, RemoveDirectoryUser::from)),
            entry(SetPolicy.NAME, new Kind(SetPolicy.class, SetPolicy.REVERSAL, SetPolicy::from)),
            entry(
                    SetAssistantPolicy.NAME,
                    new Kind(SetAssistantPolicy.class, SetAssistantPolicy.REVERSAL, SetAssistantPolicy::from)),
            entry(UseSecret.NAME, new Kind(UseSecret.class, UseSecret.REVERSAL, UseSecret::from)),
            entry(RotateKey.NAME, new Kind(RotateKey.class, RotateKey.REVERSAL, RotateKey::from)),
            entry(DestroyKey.NAME, new Kind(DestroyKey.class, DestroyKey.REVERSAL, DestroyKey::from)),
            entry(ShredKeys.NAME, new Kind(ShredKeys.class, ShredKeys.REVERSAL, ShredKeys::from)),
            entry(
                    RotateInstallationKey.NAME,
                    new Kind(RotateInstallationKey.class, RotateInstallationKey.REVERSAL, RotateInstallationKey::from)),
            entry(
                    DestroyInstallationKey.NAME,
                    new Kind(
                            DestroyInstallationKey.class,
                            DestroyInstallationKey.REVERSAL,
                            DestroyInstallationKey::from)),
            entry(MoveWorkspace.NAME, new Kind(MoveWorkspace.class, MoveWorkspace.REVERSAL, MoveWorkspace::from)),
            entry(ConfirmMove.NAME, new Kind(ConfirmMove.class, ConfirmMove.REVERSAL, ConfirmMove::from)),
            entry(
                    DeclareConnectionProvider.NAME,
                    new Kind(
                            DeclareConnectionProvider.class,
                            DeclareConnectionProvider.REVERSAL,
                            DeclareConnectionProvider::from)),
            entry(
                    RemoveConnectionProvider.NAME,
                    new Kind(
                            RemoveConnectionProvider.class,
                            RemoveConnectionProvider.REVERSAL,
                            RemoveConnectionProvider::from)),
            entry(OpenConnection.NAME, new Kind(OpenConnection.class, OpenConnection.REVERSAL, OpenConnection::from)),
            entry(
                    CloseConnection.NAME,
                    new Kind(CloseConnection.class, CloseConnection.REVERSAL, CloseConnection::from)),
            entry(
                    LapseConnection.NAME,
                    new Kind(LapseConnection.class, LapseConnection.REVERSAL, LapseConnection::from)),
            entry(
                    ReauthorizeConnection.NAME,
                    new Kind(ReauthorizeConnection.class, ReauthorizeConnection.REVERSAL, ReauthorizeConnection::from)),
            entry(
                    RequestApproval.NAME,
                    new Kind(RequestApproval.class, RequestApproval.REVERSAL, RequestApproval::from)),
            entry(DecideApproval.NAME, new Kind(DecideApproval.class, DecideApproval.REVERSAL, DecideApproval::from)),
            entry(
                    WithdrawApproval.NAME,
                    new Kind(WithdrawApproval.class, WithdrawApproval.REVERSAL, WithdrawApproval::from)),
            entry(RedactEvents.NAME, new Kind(RedactEvents.class, RedactEvents.REVERSAL, RedactEvents::from)),
            entry(PlaceHold.NAME, new Kind(PlaceHold.class, PlaceHold.REVERSAL, PlaceHold::from)),
            entry(LiftHold.NAME, new Kind(LiftHold.class, LiftHold.REVERSAL, LiftHold::from)),
            entry(CreateSink.NAME, new Kind(CreateSink.class, CreateSink.REVERSAL, CreateSink::from)),
            entry(UpdateSink.NAME, new Kind(UpdateSink.class, UpdateSink.REVERSAL, UpdateSink::from)),
            entry(DeleteSink.NAME, new Kind(DeleteSink.class, DeleteSink.REVERSAL, DeleteSink::from)),
            entry(SetRetention.NAME, new Kind(SetRetention.class, SetRetention.REVERSAL, SetRetention::from)),
            entry(RemoveArchived.NAME, new Kind(RemoveArchived.class, RemoveArchived.REVERSAL, RemoveArchived::from)));

    /** One kind of operation. */
    private record Kind(
            Class<? extends Operation> type, Reversal reversal, Function<Params, ? extends Operation> reader) {}

    private Operations() {}

    /** The names that {@link #read} knows, in order. */
    public static Set<String> names() {
        return new TreeSet<>(KINDS.keySet());
    }

    /** Reads one operation; an unknown name, parameter or value is refused as INVALID. */
    public static Operation read(String name, Params params) {
        Operation operation = kind(name).reader().apply(params);
        params.requireAllRead();
        return operation;
    }

    /** The type that a name stands for. */
    public static Class<? extends Operation> typeOf(String name) {
        return kind(name).type();
    }

    /** How the operations of a name are taken back. */
    public static Reversal reversalOf(String name) {
        return kind(name).reversal();
    }

    private static Kind kind(String name) {
        Kind kind = KINDS.get(name);
        if (kind == null) {
            throw Rejection.invalid("op", "one of " + names(), name);
        }
        return kind;
    }
}
