package io.osusume.intake.profile;

import io.osusume.tables.Field;
import io.osusume.tables.Products;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Words of companies for the few words that a column may hold. */
final class Vocabulary {
    private static final Map<String, Set<String>> WORDS = Map.ofEntries(
            Map.entry(
                    "monthly",
                    Set.of("month", "monthly", "months", "per month", "1 month", "m", "月", "月払い", "月額", "毎月", "月次")),
            Map.entry(
                    "annual",
                    Set.of(
                            "year",
                            "yearly",
                            "annual",
                            "annually",
                            "years",
                            "per year",
                            "12 months",
                            "y",
                            "年",
                            "年払い",
                            "年額",
                            "毎年",
                            "年次")),
            Map.entry("weekly", Set.of("week", "weekly", "per week", "毎週", "週払い")),
            Map.entry("quarterly", Set.of("quarter", "quarterly", "3 months", "per quarter", "四半期", "四半期払い")),
            Map.entry(
                    "half_yearly",
                    Set.of("half year", "half-yearly", "semi-annual", "semiannual", "6 months", "半年", "半年払い")),
            Map.entry("one_time", Set.of("one time", "one-time", "once", "onetime", "single", "買い切り", "一括", "都度")),
            Map.entry(
                    "none",
                    Set.of("no response", "no_response", "no answer", "sent", "delivered", "なし", "反応なし", "無反応")),
            Map.entry("opened", Set.of("open", "opened", "read", "開封", "開封済み")),
            Map.entry("clicked", Set.of("click", "clicked", "クリック")),
            Map.entry("replied", Set.of("reply", "replied", "answered", "responded", "返信", "回答")),
            Map.entry("meeting", Set.of("meeting", "appointment", "met", "面談", "商談", "アポ")),
            Map.entry("negative", Set.of("negative", "declined", "rejected", "refused", "complaint", "拒否", "クレーム")),
            Map.entry("bounced", Set.of("bounce", "bounced", "undelivered", "不達")),
            Map.entry("treated", Set.of("treated", "treatment", "test")),
            Map.entry("control", Set.of("control", "holdout")));

    private Vocabulary() {}

    /** The field with the words that it may hold; billing may be a number of months as well as one of a product's. */
    static Field of(Field field) {
        return field.name().equals(Products.BILLING)
                ? Products.TABLE.column(Products.BILLING).orElseThrow()
                : field;
    }

    /**
     * What makes the words of a column those that are allowed; the column itself where they are. Empty where hardly any is
     * known.
     */
    static Optional<String> read(Field field, Ref ref) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        Map<String, String> known = new TreeMap<>();
        int all = 0;
        for (String value : ref.column().commonest(50)) {
            all++;
            word(field, value).ifPresent(w -> known.put(value, w));
        }
        boolean asTheyAre = known.entrySet().stream().allMatch(e -> e.getKey().equalsIgnoreCase(e.getValue()));
        if (known.isEmpty() || 2 * known.size() < all) {
            return Optional.empty();
        }
        if (asTheyAre && known.size() == all) {
            return Optional.of(ref.sql());
        }
        known.forEach((value, word) ->
                given.computeIfAbsent(word, w -> new java.util.ArrayList<>()).add(value));
        return Optional.of("CASE "
                + given.entrySet().stream()
                        .map(e -> "WHEN " + ref.sql() + " IN ("
                                + e.getValue().stream().map(Sql::text).collect(Collectors.joining(", ")) + ") THEN "
                                + Sql.text(e.getKey()))
                        .collect(Collectors.joining(" "))
                + " END");
    }

    /** Words of the column that none of those allowed stands for: they are read as nothing. */
    static List<String> unknown(Field field, Ref ref) {
        return ref.column().commonest(50).stream()
                .filter(v -> word(field, v).isEmpty())
                .toList();
    }

    private static Optional<String> word(Field field, String value) {
        String plain = value.strip().toLowerCase(Locale.ROOT);
        return field.allowed().stream()
                .filter(a -> a.equals(plain) || WORDS.getOrDefault(a, Set.of()).contains(plain))
                .findFirst()
                .or(() -> field.name().equals(Products.BILLING) ? PeriodWords.of(plain) : Optional.empty());
    }
}
