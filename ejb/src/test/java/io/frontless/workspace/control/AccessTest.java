package io.frontless.workspace.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontless.kernel.Rejection;
import io.frontless.operation.Filter;
import io.frontless.operation.Grant;
import io.frontless.operation.Permission;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessTest {

    private static final Filter NORTH = Filter.equal("region", "north");
    private static final Filter MINE = Filter.equal("owner", "@me");
    private static final Grant READ = Grant.of("deal", Permission.READ);

    @Test
    void grantsAddUpAndTheirRestrictionsToo() {
        Access access = access(
                READ.where(NORTH).hiding("margin"),
                READ.where(MINE).keeping("stage"),
                Grant.of("deal", Permission.UPDATE));

        assertThat(access.filter(Permission.READ, "deal")).isEqualTo(new Filter.Any(List.of(NORTH, MINE)));
        assertThat(access.filter(Permission.UPDATE, "deal")).isEqualTo(Filter.everything());
        assertThat(access.hidden("deal")).isEqualTo(Set.of("margin"));
        assertThat(access.readOnly("deal")).isEqualTo(Set.of("stage"));
        assertThat(access.hidden("client")).isEmpty();
    }

    @Test
    void nothingIsDoneWithWhatCannotBeRead() {
        Access access = access(Grant.of("deal", Permission.CREATE, Permission.UPDATE, Permission.EXPORT));

        assertThat(access.allows(Permission.CREATE, "deal")).isFalse();
        assertThat(access.allows(Permission.UPDATE, "deal")).isFalse();
        assertThat(access.allows(Permission.EXPORT, "deal")).isFalse();
    }

    @Test
    void schemaNeedsAllOfAnEntity() {
        Grant schema = Grant.of("deal", Permission.READ, Permission.SCHEMA);

        assertThat(access(schema).allows(Permission.SCHEMA, "deal")).isTrue();
        assertThat(access(schema).allows(Permission.SCHEMA, "client")).isFalse();
        assertThat(access(schema).allows(Permission.SCHEMA, null)).isFalse();
        assertThat(access(schema.where(NORTH)).allows(Permission.SCHEMA, "deal"))
                .isFalse();
        assertThat(access(schema.hiding("margin")).allows(Permission.SCHEMA, "deal"))
                .isFalse();
    }

    @Test
    void grantOnEverythingHoldsForWhatIsToCome() {
        assertThat(Role.ADMIN.access().allows(Permission.SCHEMA, "tomorrow")).isTrue();
        assertThat(Role.MEMBER.access().allows(Permission.DELETE, "tomorrow")).isTrue();
        assertThat(Role.MEMBER.access().allows(Permission.SCHEMA, "tomorrow")).isFalse();
        assertThat(Role.VIEWER.access().allows(Permission.CREATE, "tomorrow")).isFalse();
    }

    @Test
    void foundingIsNoRolesToGive() {
        for (Role role : Role.READY_MADE) {
            assertThat(role.access().allowsSomewhere(Permission.FOUND_WORKSPACE))
                    .isFalse();
        }
        assertThat(Access.founding().allowsSomewhere(Permission.READ)).isFalse();
    }

    @Test
    void roleCoversNoMoreThanItHas() {
        Access north = access(READ.where(NORTH).hiding("margin").keeping("stage"));

        assertThat(north.covers(north)).isTrue();
        assertThat(north.covers(access())).isTrue();
        assertThat(north.covers(access(READ.where(Filter.all(NORTH, MINE)).hiding("margin", "stage"))))
                .isTrue();
        assertThat(north.covers(access(READ.hiding("margin").keeping("stage")))).isFalse();
        assertThat(north.covers(access(READ.where(NORTH).keeping("stage")))).isFalse();
        assertThat(north.covers(access(READ.where(NORTH).hiding("margin")))).isFalse();
        assertThat(north.covers(access(Grant.of("client", Permission.READ)))).isFalse();
        assertThat(north.covers(access(Grant.of(Grant.ANY, Permission.READ)))).isFalse();
        assertThat(Role.ADMIN.access().covers(Role.OWNER.access())).isTrue();
        assertThat(Role.MEMBER.access().covers(north)).isTrue();
    }

    @Test
    void mineIsAnothersForAnother() {
        Access mine = access(READ.where(MINE));

        assertThat(mine.covers(mine)).isFalse();
    }

    @Test
    void hiddenFieldOfOneEntityIsNotGivenByAGrantOnAll() {
        Access most = access(Grant.of(Grant.ANY, Permission.READ), READ.hiding("margin"));

        assertThat(most.covers(access(Grant.of(Grant.ANY, Permission.READ)))).isFalse();
        assertThat(most.covers(most)).isTrue();
        assertThat(most.readsEverything()).isFalse();
        assertThat(most.readsAllOf("client")).isTrue();
    }

    @Test
    void grantOnEverythingTellsNoRecordsOrFieldsApart() {
        Grant all = Grant.of(Grant.ANY, Permission.READ);

        assertThatThrownBy(() -> all.where(NORTH)).isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> all.hiding("margin")).isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> Grant.of("deal", Permission.MANAGE_ROLES)).isInstanceOf(Rejection.class);
    }

    private static Access access(Grant... grants) {
        return new Access("limited", List.of(grants));
    }
}
