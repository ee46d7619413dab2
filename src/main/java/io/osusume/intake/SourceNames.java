package io.osusume.intake;

import io.osusume.errors.NearestName;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The columns of a source, by names that are written loosely: "Customer ID" is customer_id. */
final class SourceNames {
    /** More than so many columns are not listed in a message. */
    private static final int LISTED = 12;

    private static final Set<String> CUSTOMER_IDS = Set.of(
            "customerid",
            "customer",
            "customerno",
            "customernumber",
            "customercode",
            "custid",
            "clientid",
            "client",
            "clientno",
            "buyerid",
            "buyer",
            "userid",
            "user",
            "memberid",
            "memberno",
            "membernumber",
            "customerref",
            "shopperid",
            "顧客id",
            "顧客番号",
            "顧客コード",
            "会員id",
            "会員番号",
            "会員コード",
            "得意先コード",
            "お客様番号");

    private final List<String> names;

    SourceNames(List<String> names) {
        this.names = names;
    }

    /** The column that a loosely written name most likely means; empty where none is near. */
    Optional<String> nearest(String name) {
        String plain = plain(name);
        return names.stream()
                .filter(n -> plain(n).equals(plain))
                .findFirst()
                .or(() -> names.stream()
                        .filter(n -> plain.length() >= 4 && plain(n).endsWith(plain))
                        .min(Comparator.comparingInt(String::length)))
                .or(() -> NearestName.of(name, names));
    }

    /** The column that looks like the id of a customer. */
    Optional<String> customerId() {
        return names.stream().filter(n -> CUSTOMER_IDS.contains(plain(n))).findFirst();
    }

    /** The names, at most a dozen: those closest to one that is looked for come first. */
    String listed(List<String> wanted) {
        if (names.size() <= LISTED) {
            return String.join(", ", names);
        }
        List<String> closest = names.stream()
                .sorted(Comparator.comparingDouble(n -> wanted.stream()
                        .mapToDouble(w -> distance(plain(w), plain(n)))
                        .min()
                        .orElse(0)))
                .limit(LISTED)
                .toList();
        return String.join(", ", closest) + " and " + (names.size() - LISTED) + " more";
    }

    private static double distance(String wanted, String name) {
        if (name.contains(wanted) || (!name.isEmpty() && wanted.contains(name))) {
            return name.length() == wanted.length() ? 0 : 0.2;
        }
        return org.apache.commons.text.similarity.LevenshteinDistance.getDefaultInstance()
                        .apply(wanted, name)
                / (double) Math.max(1, Math.max(wanted.length(), name.length()));
    }

    /** A name's letters and digits alone, in lower case. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** A name as SQL reads it: with backticks where it is no plain identifier. */
    static String sql(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? name : quoted(name);
    }

    static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /** A setting's line as it is written into a file. */
    static String line(String key, String sql) {
        return key + " = \"" + sql.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
