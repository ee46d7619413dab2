package io.osusume.intake.profile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the words of an order's status mean. */
public enum Statuses {
    COMPLETED(
            "complete",
            "completed",
            "paid",
            "delivered",
            "shipped",
            "fulfilled",
            "processing",
            "invoiced",
            "approved",
            "closed",
            "succeeded",
            "success",
            "captured",
            "settled",
            "payment",
            "sale",
            "sold",
            "done",
            "finished",
            "ok",
            "partially_shipped",
            "dispatched",
            "received",
            "confirmed",
            "partially_paid",
            "on the way",
            "out for delivery",
            "完了",
            "発送済",
            "発送済み",
            "出荷済",
            "出荷済み",
            "配送済",
            "配達済",
            "支払済",
            "入金済",
            "入金済み",
            "処理済",
            "処理済み",
            "売上",
            "販売",
            "確定",
            "受注確定",
            "発送完了",
            "配達完了",
            "取引完了"),
    RETURNED(
            "returned",
            "refunded",
            "refund",
            "return",
            "partially_refunded",
            "partially refunded",
            "chargeback",
            "charged_back",
            "credit",
            "credited",
            "返品",
            "返金",
            "返品済",
            "返金済",
            "返金済み",
            "返品済み",
            "返金完了"),
    CANCELLED(
            "cancelled",
            "canceled",
            "cancel",
            "void",
            "voided",
            "failed",
            "failure",
            "declined",
            "rejected",
            "unpaid",
            "expired",
            "abandoned",
            "trash",
            "draft",
            "checkout-draft",
            "unavailable",
            "pending",
            "pending payment",
            "on-hold",
            "on hold",
            "created",
            "open",
            "authorized",
            "requires_payment_method",
            "incomplete",
            "awaiting_payment",
            "キャンセル",
            "取消",
            "取り消し",
            "取消済",
            "キャンセル済",
            "キャンセル済み",
            "無効",
            "未入金",
            "保留",
            "失敗",
            "入金待ち",
            "支払待ち",
            "注文確認待ち");

    @SuppressWarnings("ImmutableEnumChecker") // of List.of
    private final List<String> words;

    Statuses(String... words) {
        this.words = List.of(words);
    }

    /** What a status means; empty where only the company can tell. */
    static Optional<Statuses> of(String status) {
        String plain = status.strip().toLowerCase(Locale.ROOT).replaceFirst("^wc-", "");
        for (Statuses meaning : values()) {
            if (meaning.words.contains(plain) || meaning.words.contains(plain.replace(' ', '_'))) {
                return Optional.of(meaning);
            }
        }
        return Optional.empty();
    }

    /** Statuses by meaning. */
    static Map<Statuses, List<String>> sorted(Iterable<String> statuses) {
        Map<Statuses, List<String>> sorted = new EnumMap<>(Statuses.class);
        for (String status : statuses) {
            of(status).ifPresent(s -> sorted.computeIfAbsent(s, m -> new ArrayList<>())
                    .add(status));
        }
        return sorted;
    }
}
