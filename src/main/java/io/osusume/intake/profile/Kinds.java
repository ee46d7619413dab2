package io.osusume.intake.profile;

import io.osusume.intake.profile.InputGuess.Match;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** By what a table is known to be an input. */
final class Kinds {
    /** What a file's own name is worth beside its columns. */
    private static final double NAMED = 2;

    /**
     * By input: of each group one must be there. One that stands with "!" names a row.
     */
    private static final Map<String, List<List<String>>>
            MUST =
                    Map.of(
                            "orders",
                                    List.of(
                                            List.of("product_id", "product_name"),
                                            List.of("unit_price", "line_total", "quantity"),
                                            List.of("order_id", "customer_id", "email")),
                            "heads", List.of(List.of("!order_id"), List.of("ordered_at", "customer_id", "email")),
                            "products", List.of(List.of("!product_id"), List.of("name", "category", "list_price")),
                            "customers",
                                    List.of(
                                            List.of("!customer_id", "!email"),
                                            List.of(
                                                    "name",
                                                    "email",
                                                    "marketing_consent",
                                                    "joined_at",
                                                    "account_id",
                                                    "last_name",
                                                    "nps")),
                            "subscriptions",
                                    List.of(
                                            List.of("customer_id"),
                                            List.of("product_id", "product_name"),
                                            List.of("started_at"),
                                            List.of("subscription_id", "renews_at", "ended_at", "billing")),
                            "usage",
                                    List.of(
                                            List.of("customer_id", "subscription_id"),
                                            List.of("used_at"),
                                            List.of("amount"),
                                            List.of("metric", "product_id")),
                            "contacts", List.of(List.of("customer_id"), List.of("contacted_at"), List.of("channel")),
                            "behavior",
                                    List.of(
                                            List.of("customer_id", "account_id", "person_id"),
                                            List.of("event"),
                                            List.of("event_at")),
                            "tickets",
                                    List.of(
                                            List.of("customer_id"),
                                            List.of("opened_at"),
                                            List.of("!ticket_id"),
                                            List.of("severity", "topic", "satisfaction", "closed_at")),
                            "offer_events",
                                    List.of(
                                            List.of("offer_row_id", "offer_type"),
                                            List.of("event"),
                                            List.of("event_at"))),
            ACCOUNTS = Map.of("accounts", List.of(List.of("!account_id"), List.of("name")));

    private static final Map<String, Set<String>> FILE_WORDS = Map.of(
            "orders",
                    Set.of(
                            "order",
                            "sale",
                            "transaction",
                            "invoice",
                            "item",
                            "line",
                            "payment",
                            "purchase",
                            "receipt",
                            "注文",
                            "受注",
                            "売上",
                            "明細",
                            "juchu",
                            "uriage",
                            "denpyo"),
            "products",
                    Set.of("product", "item", "catalog", "sku", "article", "goods", "商品", "製品", "品目", "shohin", "プラン"),
            "customers",
                    Set.of(
                            "customer",
                            "client",
                            "member",
                            "user",
                            "buyer",
                            "contact",
                            "account",
                            "demographic",
                            "顧客",
                            "会員",
                            "得意先",
                            "購入者",
                            "kokyaku",
                            "kaiin"),
            "subscriptions", Set.of("subscription", "contract", "plan", "契約", "定期", "keiyaku"),
            "usage", Set.of("usage", "meter", "利用", "使用"),
            "contacts", Set.of("contact", "touch", "campaign", "mail", "call", "activit", "接触", "対応", "配信", "活動"),
            "behavior", Set.of("behavior", "behaviour", "event", "click", "web", "visit", "log", "行動", "閲覧"),
            "tickets", Set.of("ticket", "case", "support", "inquir", "問合せ", "問い合わせ", "チケット"),
            "offer_events", Set.of("offer"),
            "accounts", Set.of("account", "compan", "organi", "企業", "会社", "取引先"));

    private static final Set<String> LOGS = Set.of("usage", "contacts", "behavior", "tickets", "offer_events");

    private Kinds() {}

    /** The sum of how well the matched columns fit; 0 where something is missing without which it is not this input. */
    static double score(TableProfile table, String input, Map<String, Match> matches) {
        for (List<String> group : MUST.getOrDefault(input, ACCOUNTS.getOrDefault(input, List.of()))) {
            if (group.stream().noneMatch(target -> isThere(target, matches))) {
                return 0;
            }
        }
        if (input.equals("contacts") && !isNamed(table, input) && measures(table, matches) > 1) {
            return 0;
        }
        if (LOGS.contains(input) && eachIsAnother(matches)) {
            return 0;
        }
        double columns = matches.values().stream().mapToDouble(Match::score).sum();
        double share = columns / Math.max(4, table.columns().size());
        return columns + share + (isNamed(table, input) ? NAMED : 0);
    }

    /** Whether each row is of another address: a list of persons, and no log of what they did. */
    private static boolean eachIsAnother(Map<String, Match> matches) {
        Match customer = matches.get("customer_id");
        return customer != null
                && customer.column().isEmail()
                && customer.column().isUnique();
    }

    /** Of what a table must have to be the input, the groups of which it has none. */
    static List<List<String>> lacking(String input, Map<String, Match> matches) {
        return MUST.getOrDefault(input, ACCOUNTS.getOrDefault(input, List.of())).stream()
                .filter(group -> group.stream().noneMatch(target -> isThere(target, matches)))
                .toList();
    }

    /** Columns of amounts that are nothing known: a log of use has them, one of touches at most how long a talk took. */
    private static long measures(TableProfile table, Map<String, Match> matches) {
        Set<String> known =
                matches.values().stream().map(match -> match.column().name()).collect(Collectors.toSet());
        return table.columns().values().stream()
                .filter(column -> !known.contains(column.name()) && !column.isUnique() && !column.isTime())
                .filter(column -> column.number().isPresent())
                .count();
    }

    private static boolean isThere(String target, Map<String, Match> matches) {
        if (!target.startsWith("!")) {
            // What is called a name and no more names a product only beside its id: it may be the customer's.
            return matches.containsKey(target)
                    && !(target.equals("product_name")
                            && HeaderNames.plain(matches.get(target).column().name())
                                    .equals("name"));
        }
        Match match = matches.get(target.substring(1));
        return match != null && match.column().isUnique();
    }

    /** Whether the file's own name is that of the input. */
    static boolean isNamed(TableProfile table, String input) {
        String file = table.sample().path().toLowerCase(Locale.ROOT);
        String last = file.substring(file.lastIndexOf('/') + 1);
        return FILE_WORDS.getOrDefault(input, Set.of()).stream().anyMatch(last::contains);
    }
}
