package io.frontless.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One typed step of change. The set is closed: a handler exists for each, and the build fails where one is missing. */
public sealed interface Operation
        permits CreateWorkspace,
                CreateEntity,
                UpdateEntity,
                DeleteEntity,
                RestoreEntity,
                CreateField,
                UpdateField,
                DeleteField,
                RestoreField,
                MoveField,
                ConvertField,
                RenameOption,
                CreateConstraint,
                UpdateConstraint,
                DeleteConstraint,
                RestoreConstraint,
                CreateView,
                UpdateView,
                DeleteView,
                RestoreView,
                CreateRecord,
                UpdateRecord,
                DeleteRecord,
                RestoreRecord,
                UpsertRecord,
                MergeRecords,
                UnmergeRecord,
                AddComment,
                RemoveComment,
                RestoreComment,
                AddLink,
                RemoveLink,
                RestoreLink,
                ApplyBulk,
                CommitImport,
                CreateSavepoint,
                RemoveSavepoint,
                Undo,
                CreateRole,
                UpdateRole,
                DeleteRole,
                RestoreRole,
                AssignMember,
                CreateApiKey,
                RevokeApiKey,
                CreateAccount,
                RenameAccount,
                SetPassword,
                ChangeAddress,
                OpenSession,
                EndSession,
                EnableTotp,
                DisableTotp,
                AddPasskey,
                RenamePasskey,
                RemovePasskey,
                RenewRecoveryCodes,
                UseRecoveryCode,
                InviteMember,
                RevokeInvitation,
                JoinWorkspace,
                SuspendMember,
                ResumeMember,
                RemoveMember,
                RestoreMember,
                LeaveWorkspace,
                ConnectProvider,
                UpdateProvider,
                DisconnectProvider,
                AdmitMember,
                LinkIdentity,
                UnlinkIdentity,
                AddDirectoryUser,
                UpdateDirectoryUser,
                RemoveDirectoryUser,
                SetPolicy,
                SetAssistantPolicy,
                UseSecret,
                RotateKey,
                DestroyKey,
                ShredKeys,
                RotateInstallationKey,
                DestroyInstallationKey,
                MoveWorkspace,
                ConfirmMove,
                DeclareConnectionProvider,
                RemoveConnectionProvider,
                OpenConnection,
                CloseConnection,
                LapseConnection,
                ReauthorizeConnection,
                RedactEvents,
                PlaceHold,
                LiftHold,
                CreateSink,
                UpdateSink,
                DeleteSink,
                SetRetention,
                RemoveArchived,
                RequestApproval,
                DecideApproval,
                WithdrawApproval {

    /** The name in plans and the action in events, such as {@code record.create}. */
    String name();

    /** The parameters as plans write them; {@link Operations#read} reads them back to an equal operation. */
    Map<String, @Nullable Object> params();

    /** How it is taken back. */
    Reversal reversal();

    /** Whether one person alone may not do it: what cannot be taken back, unless it only takes access away, which must not wait. */
    default boolean needsApproval() {
        return reversal() == Reversal.NONE;
    }

    /** What the caller's role must allow. */
    Permission permission();

    /** The key of the entity for which it must; null where the operation is about none. */
    default @Nullable String entity() {
        return null;
    }
}
