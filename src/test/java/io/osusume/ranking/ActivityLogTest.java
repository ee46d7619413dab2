package io.osusume.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.features.Signals.Kind;
import org.junit.jupiter.api.Test;

class ActivityLogTest {
    private static final ActivityLog ACTIVITY = new ActivityLog(
            new int[] {69, 72, 95, 98, 99, 100},
            new Kind[] {Kind.LOOK, Kind.LOOK, Kind.LOOK, Kind.CONTACT, Kind.LOOK, Kind.LOOK},
            new int[] {1, 2, 3, ActivityLog.NO_PRODUCT, 3, 4});

    @Test
    void onlyTheDaysBeforeAreKnownAndOnlySoMany() {
        assertThat(ACTIVITY.products(Kind.LOOK, 100, 28)).containsExactly(2, 3, 3);
        assertThat(ACTIVITY.products(Kind.LOOK, 100, 7)).containsExactly(3, 3);
    }

    @Test
    void eachKindIsCountedByItself() {
        assertThat(ACTIVITY.count(Kind.CONTACT, 100, 7)).isEqualTo(1);
        assertThat(ACTIVITY.count(Kind.CONTACT, 98, 7)).isZero();
        assertThat(ACTIVITY.count(Kind.USE, 100, 28)).isZero();
    }

    @Test
    void theFirstOfAKindIsTold() {
        assertThat(ACTIVITY.first(Kind.LOOK)).isEqualTo(69);
        assertThat(ACTIVITY.first(Kind.CONTACT)).isEqualTo(98);
        assertThat(ACTIVITY.first(Kind.USE)).isEqualTo(Integer.MAX_VALUE);
    }
}
