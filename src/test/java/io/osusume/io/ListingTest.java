package io.osusume.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListingTest {
    private static final Listing THEN = listing(
            new Listing.Entry("/a.csv", 10, 1), new Listing.Entry("/b.csv", 20, 2), new Listing.Entry("/c.csv", 30, 3));

    private static Listing listing(Listing.Entry... files) {
        return new Listing("inputs.orders", List.of(files));
    }

    @Test
    void eachFileThatChangedCameOrWentIsNamed() {
        Listing now = listing(
                new Listing.Entry("/a.csv", 10, 9),
                new Listing.Entry("/b.csv", 20, 2),
                new Listing.Entry("/d.csv", 30, 3));
        assertThat(THEN.changes(now))
                .containsExactly("/a.csv was written anew (10 bytes, 10 now)", "/d.csv is new", "/c.csv is gone");
        assertThat(now.digest()).isNotEqualTo(THEN.digest());
    }

    @Test
    void theSameFilesHaveNotChanged() {
        assertThat(THEN.changes(listing(THEN.files().toArray(Listing.Entry[]::new))))
                .isEmpty();
        assertThat(listing(THEN.files().toArray(Listing.Entry[]::new)).digest()).isEqualTo(THEN.digest());
    }

    @Test
    void ofManyTheFirstThreeAreNamed() {
        assertThat(Listing.few(List.of("a is new", "b is new", "c is new", "d is new", "e is new")))
                .isEqualTo("a is new, b is new, c is new and 2 more");
        assertThat(Listing.few(List.of("a is new"))).isEqualTo("a is new");
    }
}
