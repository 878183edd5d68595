package io.frontless.kernel;

import java.time.Duration;

/** Every bound of the product in one place, each with its reason. */
public final class Limits {

    /** Operations in one plan: an import of a small business's file fits, and one transaction stays under a minute. */
    public static final int PLAN_OPERATIONS_MAX = 5_000;

    /** Bytes of a JSON request: a plan of {@link #PLAN_OPERATIONS_MAX} ordinary records, with room. */
    public static final int JSON_BYTES_MAX = 8 * 1024 * 1024;

    /** Records of one bulk change: its ids fit a JSON request, with room. */
    public static final int BULK_IDS_MAX = 50_000;

    /** Rows of an imported file: half of {@link #PLAN_ROWS_MAX}, previewed in well under a minute. */
    public static final int IMPORT_ROWS_MAX = 100_000;

    /** Bytes of an uploaded file: {@link #IMPORT_ROWS_MAX} ordinary rows; it is held in memory while it is read. */
    public static final int IMPORT_BYTES_MAX = 32 * 1024 * 1024;

    /** Bytes of a workbook unpacked: compressed text is a tenth of its size, and what unpacks to more is an attack. */
    public static final long WORKBOOK_BYTES_MAX = 512L * 1024 * 1024;

    /** Parts of a workbook: one of a hundred sheets has some five hundred. */
    public static final int WORKBOOK_PARTS_MAX = 2_000;

    /** Errors of a staged file that are kept: nobody corrects more by hand; all rows that have one are counted. */
    public static final int IMPORT_ERRORS_MAX = 100_000;

    /** How long a staged file waits to be committed: as long as a plan. */
    public static final Duration IMPORT_LIFETIME = Duration.ofHours(24);

    /** Records of one export: as many as one plan may touch, so that whatever goes out can come in. */
    public static final int EXPORT_ROWS_MAX = 200_000;

    /** Columns of an imported file, and fields of an entity: wider tables are unreadable and slow to preview. */
    public static final int FIELDS_MAX = 200;

    /** Nesting of a JSON request: a plan needs 6 levels; deeper input only exhausts stacks. */
    public static final int JSON_DEPTH_MAX = 32;

    /** Characters of a sentence said to the assistant: a long e-mail fits. */
    public static final int SENTENCE_CHARS_MAX = 4_000;

    /** Characters of a label, name or one-line text value: what a table cell can show and an index row can hold. */
    public static final int TEXT_CHARS_MAX = 500;

    /** Characters of a long text value. */
    public static final int LONG_TEXT_CHARS_MAX = 20_000;

    /** Characters of a text value that are indexed: PostgreSQL refuses index rows over 2.7 kB, and UTF-8 takes up to 4 bytes. */
    public static final int INDEXED_CHARS_MAX = 500;

    /** Characters of a comment: a long e-mail fits. */
    public static final int COMMENT_CHARS_MAX = 4_000;

    /** Comments, and links, of one record: a page shows them all. */
    public static final int NOTES_MAX = 1_000;

    /** Characters of a field's pattern: RE2 takes time in proportion to pattern and text, so both are bounded. */
    public static final int PATTERN_CHARS_MAX = 200;

    /** Characters of a formula: what a person can read, and its parts bound what it can make of a record. */
    public static final int FORMULA_CHARS_MAX = 1_000;

    /** Nesting of a formula's expression. */
    public static final int FORMULA_DEPTH_MAX = 32;

    /** Views, and constraints, of one entity: a person chooses among them, and every record is checked against the constraints. */
    public static final int ENTITY_PARTS_MAX = 50;

    /** Fields that a constraint compares, and that a view sorts by. */
    public static final int CONSTRAINT_FIELDS_MAX = 10;

    /** Examples that a refusal or a preview gives of many alike. */
    public static final int EXAMPLES_MAX = 5;

    /** Options of a choice field. */
    public static final int OPTIONS_MAX = 200;

    /** Whole digits of a decimal or money value: with {@link #DECIMAL_SCALE_MAX} they fit a 64-bit integer, which an index under row-level security can use. */
    public static final int DECIMAL_WHOLE_DIGITS_MAX = 14;

    /** Decimal places of a decimal or money value. */
    public static final int DECIMAL_SCALE_MAX = 4;

    /** Rows answered at once: a page of a table or of the history. */
    public static final int PAGE_ROWS_MAX = 200;

    /** Changes shown in a preview, record by record; the count and the hash cover all of them. */
    public static final int PREVIEW_ROWS_MAX = 50;

    /** Characters of somebody's input that an error message repeats: enough to recognise it, too little to flood a log. */
    public static final int ECHO_CHARS_MAX = 120;

    /** Parts of a filter: what a person can put together on a page, and still one statement that is planned at once. */
    public static final int FILTER_NODES_MAX = 100;

    /** Values of one "is one of" in a filter. */
    public static final int FILTER_VALUES_MAX = 1_000;

    /** Grants of a role: one for each of a few dozen tables, with room; every request reads them. */
    public static final int GRANTS_MAX = 200;

    /** Events looked through for a page of those that a role with limited rights may see; beyond them the page ends early. */
    public static final int EVENTS_SCANNED_MAX = 20_000;

    /** Fields that records are ordered by: a fourth never decides anything that a person would notice. */
    public static final int SORT_FIELDS_MAX = 3;

    /** Fields that records are grouped by: more make a table that nobody reads. */
    public static final int GROUP_FIELDS_MAX = 3;

    /** Numbers made of each group: a row that fits a page. */
    public static final int AGGREGATES_MAX = 10;

    /** Groups answered: a chart or a table; more of them were not meant to be groups. */
    public static final int GROUPS_MAX = 1_000;

    /** Characters of a word that is searched for: longer ones are cut, and are found by what is left. */
    public static final int WORD_CHARS_MAX = 40;

    /** Words of a field that are searched: what it says first, without letting a few long texts become most of the database. */
    public static final int FIELD_WORDS_MAX = 500;

    /** Words of one search: a person remembers fewer, and each is a condition. */
    public static final int SEARCH_WORDS_MAX = 10;

    /** Entities whose schema is kept in memory: those in use of some hundred workspaces, a few kilobytes each. */
    public static final int ENTITIES_CACHED_MAX = 5_000;

    /** Steps that the engine prepares and writes together: large enough to spare round trips, small enough to hold in memory. */
    public static final int BATCH_STEPS = 1_000;

    /** Records that one plan may touch, by steps that stand for many: one transaction stays within minutes and its locks with it. */
    public static final int PLAN_ROWS_MAX = 200_000;

    /** Rows of a plan that a person waits for; more are done while a page shows how far it is. */
    public static final int WAITED_ROWS_MAX = 500;

    /** How deep steps may stand for other steps: a merge that deletes a record that takes others along needs 3. */
    public static final int STEP_DEPTH_MAX = 16;

    /** Bytes of another host's answer: a long reply of a model, or a large set of keys; it is held in memory. */
    public static final int OUTBOUND_ANSWER_BYTES_MAX = 4 * 1024 * 1024;

    /** Characters of a line in the head of another host's answer: the longest that servers commonly send. */
    public static final int OUTBOUND_HEADER_CHARS_MAX = 16_384;

    /** Headers of another host's answer. */
    public static final int OUTBOUND_HEADERS_MAX = 100;

    /** Redirects of one call: from a bare name to its www, from there to a path; a fourth is a circle. */
    public static final int OUTBOUND_REDIRECTS_MAX = 3;

    /** Characters of an address that is called: what servers accept. */
    public static final int OUTBOUND_URL_CHARS_MAX = 4_000;

    /** How long another host may take to accept a connection. */
    public static final Duration OUTBOUND_CONNECT_MAX = Duration.ofSeconds(5);

    /** How long another host may be silent: a model thinks before its first word. */
    public static final Duration OUTBOUND_SILENCE_MAX = Duration.ofSeconds(60);

    /** How long a call may take altogether: somebody waits for it. */
    public static final Duration OUTBOUND_CALL_MAX = Duration.ofMinutes(3);

    /** How long a proposed plan can be executed: a working day's conversation, not last week's intention. */
    public static final Duration PLAN_LIFETIME = Duration.ofHours(24);

    /** The same of a plan that another person is asked to approve: they may be away, and a week later nobody remembers why. */
    public static final Duration APPROVAL_LIFETIME = Duration.ofDays(7);

    /** How long a verification link works. */
    public static final Duration VERIFICATION_LIFETIME = Duration.ofHours(24);

    /** How long an invitation waits: a week in which somebody is away does not lose it. */
    public static final Duration INVITATION_LIFETIME = Duration.ofDays(7);

    /** Open invitations of a workspace: each is a mail to a stranger, and who needs more connects a directory. */
    public static final int INVITATIONS_MAX = 500;

    /** Providers that a workspace is connected to at a time: one, and the next one during a move, with room. */
    public static final int PROVIDERS_MAX = 5;

    /** Legal holds that are in force at a time: each is asked for with every event that is to be removed. */
    public static final int HOLDS_MAX = 500;

    /** Export sinks of a workspace: each is told everything. */
    public static final int SINKS_MAX = 10;

    /** Export sinks that a node tells at a time: a part of each is held in memory. */
    public static final int SINKS_TOLD_MAX = 8;

    /** Days that a log may be kept before it is archived: a hundred years. */
    public static final int RETENTION_DAYS_MAX = 36_500;

    /** Mail domains of one provider: a company's, and those of the companies it bought. */
    public static final int PROVIDER_DOMAINS_MAX = 50;

    /** How long a sign-in at a provider may take: people look for their key, and set a new password. */
    public static final Duration PROVIDER_SIGN_IN_LIFETIME = Duration.ofMinutes(10);

    /** Characters of a provider's ID token: those with many groups have some ten thousand. */
    public static final int PROVIDER_TOKEN_CHARS_MAX = 65_536;

    /** How far a provider's clock may be off (OpenID Connect Core §2, "a few minutes"). */
    public static final Duration PROVIDER_SKEW_MAX = Duration.ofMinutes(1);

    /** How long what a provider publishes of itself is believed without asking again; its keys are asked for sooner where one is missing. */
    public static final Duration PROVIDER_METADATA_LIFETIME = Duration.ofMinutes(10);

    /** How often a provider is asked for a key that it did not have: whoever makes tokens up cannot make us call it at will. */
    public static final Duration PROVIDER_KEYS_ASKED_EVERY = Duration.ofSeconds(10);

    /** Providers whose metadata is remembered. */
    public static final int PROVIDERS_REMEMBERED_MAX = 1_000;

    /** How long a provider may take for a token: a database connection waits for it, which the database would end after two minutes. */
    public static final Duration TOKEN_CALL_MAX = Duration.ofSeconds(30);

    /** Scopes of one level of a provider: what a level needs is a handful. */
    public static final int SCOPES_MAX = 20;

    /** Characters of a scope: the longest are addresses. */
    public static final int SCOPE_CHARS_MAX = 255;

    /** Providers of other services that a workspace has declared: its mail, its accounting, and what it has tried. */
    public static final int CONNECTION_PROVIDERS_MAX = 50;

    /** Connections of a workspace: a mailbox for each person of a department, at several levels. */
    public static final int CONNECTIONS_MAX = 1_000;

    /** How long somebody may take to agree at a provider: they look for their key, and read what they agree to. */
    public static final Duration AUTHORIZATION_LIFETIME = Duration.ofMinutes(10);

    /** After this time a grant that no connection has taken is given back: whoever came back with it did not get that far. */
    public static final Duration GRANT_UNUSED_MAX = Duration.ofMinutes(15);

    /** How long before its end an access token is renewed, so that none ends on its way; of short ones, after four fifths of their life. */
    public static final Duration TOKEN_MARGIN = Duration.ofMinutes(1);

    /** How long an access token lives where the provider does not say (RFC 6749 §5.1): a guess on the short side. */
    public static final Duration TOKEN_LIFETIME_UNSAID = Duration.ofMinutes(10);

    /** The longest life of an access token that is believed: an absurd number would never be renewed. */
    public static final Duration TOKEN_LIFETIME_MAX = Duration.ofDays(30);

    /** After a provider has failed to renew a token it is left alone for this time: many who wait must not become many who ask. */
    public static final Duration TOKEN_COOL_DOWN = Duration.ofSeconds(30);

    /** How long somebody waits for another's renewal: as long as a statement waits for a lock. */
    public static final Duration TOKEN_WAIT_MAX = Duration.ofSeconds(10);

    /** Renewals at a time on one node; each holds two database connections of the pool of twenty for a moment. */
    public static final int TOKEN_RENEWALS_MAX = 6;

    /** How often a provider is asked to take a token back, some five days, before it is only forgotten. */
    public static final int REVOCATIONS_MAX = 130;

    /** People of one workspace's directory: a large company. */
    public static final int DIRECTORY_USERS_MAX = 20_000;

    /** Bytes of a request of the directory: a group of some thousand people fits. */
    public static final int SCIM_BYTES_MAX = 1024 * 1024;

    /** Entries in one answer of the directory (RFC 7644 §3.4.2.4). */
    public static final int DIRECTORY_PAGE_MAX = 200;

    /** How long a session lasts, as promised to customers. */
    public static final Duration SESSION_LIFETIME = Duration.ofDays(7);

    /** How long an unused session lasts. */
    public static final Duration SESSION_IDLE_MAX = Duration.ofHours(24);

    /** How long a token of an API key is accepted: as long as a revoked one may do harm where nobody asks us, and seldom enough to be no load. */
    public static final Duration API_TOKEN_LIFETIME = Duration.ofMinutes(10);

    /** Logs that are checked at a time: each takes a processor and reads all there is. */
    public static final int VERIFICATIONS_MAX = 2;

    /** How long it is remembered what a check of a log has found. */
    public static final Duration VERIFICATION_REMEMBERED = Duration.ofDays(7);

    /** Bytes of a secret: the longest tokens of other servers have some 4 KB; files are not kept in the vault. */
    public static final int SECRET_BYTES_MAX = 16_384;

    /** Workspace keys that are open at a time on a node: those in use, 32 bytes each. */
    public static final int OPEN_KEYS_MAX = 10_000;

    /** Secrets, or keys, that are sealed anew in one transaction after a rotation: some tens of milliseconds, for which their rows are locked. */
    public static final int RESEALED_AT_ONCE = 200;

    /** How long an API key can live: one that nobody has renewed for a year has no owner any more. */
    public static final Duration API_KEY_LIFETIME_MAX = Duration.ofDays(366);

    /** API keys of a workspace that are not revoked: a page shows them all. */
    public static final int API_KEYS_MAX = 100;

    /** Rows of an API key's daily budget: more is no budget. */
    public static final long API_KEY_ROWS_MAX = 1_000_000_000L;

    /** Bytes of a request for a token: grant type, id and secret, with room. */
    public static final int TOKEN_REQUEST_BYTES_MAX = 4_096;

    /** Characters of a token: ours have some 700; longer ones are not looked into. */
    public static final int TOKEN_CHARS_MAX = 4_096;

    /** Verified tokens that are remembered until they expire: those in use of some thousand clients, a kilobyte each. */
    public static final int TOKENS_REMEMBERED_MAX = 10_000;

    /** How old a session's token becomes before it gets a successor: what was stolen is of use for minutes, and few requests write. */
    public static final Duration SESSION_TOKEN_RENEWED_AFTER = Duration.ofMinutes(15);

    /** How long a token that has a successor in use still passes: requests that were on their way, on a slow line. */
    public static final Duration SESSION_TOKEN_GRACE = Duration.ofSeconds(60);

    /** How long a browser is known that has signed in. */
    public static final Duration DEVICE_LIFETIME = Duration.ofDays(365);

    /** How long a link for a forgotten password works: as long as a mail takes, with room; it is a password while it lasts. */
    public static final Duration RESET_LIFETIME = Duration.ofHours(1);

    /** Sessions of one person at a time: every device they have, and the forgotten ones until they expire. */
    public static final int SESSIONS_MAX = 50;

    /** How long somebody who gave the right password has to show the second factor: to find the telephone, and no longer. */
    public static final Duration SECOND_STEP_LIFETIME = Duration.ofMinutes(5);

    /** How long an authenticator may take to sign a challenge: people look for their key, and choose among devices. */
    public static final Duration CHALLENGE_LIFETIME = Duration.ofMinutes(5);

    /** How long people may change what they sign in with after they have proved who they are: a session left open is no proof. */
    public static final Duration CONFIRMATION_LIFETIME = Duration.ofMinutes(10);

    /** How long the secret of an authenticator app waits for its first code. */
    public static final Duration ENROLMENT_LIFETIME = Duration.ofMinutes(15);

    /** Recovery codes of one account: as many as one loses telephones in a lifetime, and they fit a slip of paper. */
    public static final int RECOVERY_CODES = 10;

    /** Passkeys of one account: one for every device, with room. */
    public static final int PASSKEYS_MAX = 20;

    /** Characters of a browser's answer for a passkey: an RSA key with its certificates fits. */
    public static final int PASSKEY_ANSWER_CHARS_MAX = 20_000;

    /** Mails of a workspace's invitations in an hour: a company's first day fits, and nobody makes a mail cannon of it. */
    public static final int INVITATION_MAILS_MAX = 200;

    /** Mails of one invitation: it may be revoked and opened again, but not to pester somebody. */
    public static final int INVITATION_REPEATS_MAX = 5;

    /** Characters of a password; the lower bound follows NIST SP 800-63B-4, the upper keeps hashing cheap. */
    public static final int PASSWORD_CHARS_MIN = 12;

    /** See {@link #PASSWORD_CHARS_MIN}. */
    public static final int PASSWORD_CHARS_MAX = 128;

    /** How long a workspace can only be read while it is copied to another database: a move that takes longer is given up, and nothing has changed. */
    public static final Duration WORKSPACE_HELD_MAX = Duration.ofMinutes(10);

    /** Models that one workspace asks one after the other: a third answers nobody in time. */
    public static final int MODEL_PROVIDERS_MAX = 5;

    /** Tokens, or cents, of a workspace's day: more is no budget. */
    public static final long MODEL_DAY_MAX = 1_000_000_000_000L;

    /** How long all models of one turn may take together: a turn ends within 10 s, and the offline planner and the preview need what is left. */
    public static final Duration MODELS_TURN_MAX = Duration.ofSeconds(8);

    /** How long one model may take, so that the next has time, too. */
    public static final Duration MODEL_CALL_MAX = Duration.ofSeconds(6);

    /** Tokens that a model may answer: a plan of some twenty steps. */
    public static final int MODEL_ANSWER_TOKENS_MAX = 2_000;

    /** Steps of a model's plan: what a person can look through; more is a bulk change or an import. */
    public static final int MODEL_STEPS_MAX = 20;

    /** Tables that a model is told all of: the whole schema of nearly every workspace, and of larger ones what the sentence is about. */
    public static final int MODEL_ENTITIES_MAX = 30;

    /** Tables that a model is told of by their name alone: what a page of text holds. */
    public static final int MODEL_NAMES_MAX = 500;

    /** Records that a model is shown of those that a sentence mentions. */
    public static final int MODEL_RECORDS_MAX = 12;

    /** Look-ups for them: each is a query that the person waits for. */
    public static final int MODEL_LOOKUPS_MAX = 24;

    /** Characters of a record's value that a model is shown. */
    public static final int MODEL_VALUE_CHARS_MAX = 200;

    private Limits() {}
}
