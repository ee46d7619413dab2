package io.osusume.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A word of a vocabulary: one of the values that a column may hold or a setting may name. Enums implement it; their text is
 * their wire name too, so that no constant's name is ever published.
 */
public interface Word {
    /** How it is published, configured and read: part of the contract, whatever the constant is called. */
    String wire();

    /** The word of a wire name; empty where the vocabulary has none of that name, or nothing is written. */
    static <W extends Enum<W> & Word> Optional<W> of(Class<W> vocabulary, String wire) {
        return Arrays.stream(vocabulary.getEnumConstants())
                .filter(w -> w.wire().equals(wire))
                .findFirst();
    }

    /** The words of a vocabulary as a description lists them: "a, b or c". */
    static <W extends Enum<W> & Word> String either(Class<W> vocabulary) {
        List<String> wires = wires(vocabulary);
        int last = wires.size() - 1;
        return String.join(", ", wires.subList(0, last)) + " or " + wires.get(last);
    }

    /** The wire names of all words of a vocabulary. */
    static <W extends Enum<W> & Word> List<String> wires(Class<W> vocabulary) {
        return Arrays.stream(vocabulary.getEnumConstants()).map(Word::wire).toList();
    }
}
