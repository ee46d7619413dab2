package io.osusume.intake.fuzz;

import io.osusume.config.InputConfig;
import io.osusume.tables.Orders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Writes order lines as csv in one of the ways of the world, some rows broken in ways that are known. */
final class CsvWriter {
    private static final List<String> ENCODINGS = List.of(
            "UTF-8", "UTF-8", "UTF-8 BOM", "UTF-16", "UTF-16LE", "windows-31j", "Shift_JIS", "EUC-JP", "ISO-8859-1");
    private static final List<String> TARGETS = List.of(
            Orders.ORDER_ID,
            Orders.PRODUCT_ID,
            Orders.CUSTOMER_ID,
            Orders.ORDERED_AT,
            Orders.QUANTITY,
            Orders.UNIT_PRICE,
            Orders.PRODUCT_NAME);
    private static final Map<String, List<String>> NAMES = Map.of(
            Orders.ORDER_ID, List.of("order_id", "Order No", "no."),
            Orders.PRODUCT_ID, List.of("product_id", "SKU", "product.id"),
            Orders.CUSTOMER_ID, List.of("customer_id", "Customer ID", "who"),
            Orders.ORDERED_AT, List.of("ordered_at", "Date/Time", "when"),
            Orders.QUANTITY, List.of("quantity", "qty (pcs)", "n"),
            Orders.UNIT_PRICE, List.of("unit_price", "price, net", "it`s \"price\""),
            Orders.PRODUCT_NAME, List.of("product_name", "Title;long", "text"));

    /** How a row may be broken. */
    private enum Broken {
        SHORT,
        LONG,
        NO_NUMBER,
        NO_TIME,
        NO_ORDER,
        NO_PRODUCT,
        BAD_BYTES
    }

    private final Random random;
    private final Lines lines;
    private final String encoding;
    private final Charset charset;
    private final Lines.Script script;
    private final char delimiter;
    private final String end;
    private final boolean quoteAll;
    private final boolean breaks;
    private final boolean packed;
    private final Figures quantities;
    private final Figures prices;
    private final Moments moments;
    private final Map<String, String> names = new HashMap<>();
    private final List<Line> accepted = new ArrayList<>();
    private int rejected;
    private int later;

    CsvWriter(Random random) {
        this.random = random;
        lines = new Lines(random);
        encoding = lines.one(ENCODINGS);
        charset = Charset.forName(encoding.replace(" BOM", ""));
        script = encoding.startsWith("UTF")
                ? Lines.Script.ALL
                : encoding.startsWith("ISO") ? Lines.Script.LATIN : Lines.Script.JAPANESE;
        delimiter = lines.one(List.of(',', ',', ';', '\t', '|'));
        end = lines.one(List.of("\n", "\r\n"));
        quoteAll = random.nextInt(4) == 0;
        breaks = random.nextInt(3) == 0;
        packed = random.nextInt(5) == 0;
        quantities = lines.one(Figures.of(script));
        prices = lines.one(Figures.of(script));
        moments = lines.one(Moments.of(script));
        TARGETS.forEach(t -> names.put(t, random.nextBoolean() ? t : lines.one(NAMES.get(t))));
    }

    Written write(Path folder) throws IOException {
        int files = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 1;
        Path last = folder;
        for (int i = 0; i < files; i++) {
            last = folder.resolve("part-" + i + (packed ? ".csv.gz" : ".csv"));
            Files.write(last, bytes(file(i)));
        }
        InputConfig config = config(files == 1 && random.nextBoolean() ? last : folder);
        Damage damage = new Damage(random);
        Written.Outcome outcome = packed && random.nextInt(6) == 0
                ? damage.cutOff(last)
                : random.nextInt(8) == 0 ? damage.anyhow(last) : Written.Outcome.READ;
        return new Written(config, accepted, rejected, later, outcome, story());
    }

    private String story() {
        return String.join(
                ", ",
                encoding,
                "delimiter " + (int) delimiter,
                end.equals("\n") ? "LF" : "CRLF",
                quoteAll ? "all quoted" : "quoted where needed",
                breaks ? "breaks in quotes" : "no breaks",
                packed ? "gz" : "plain",
                quantities.name(),
                prices.name(),
                moments.name(),
                names.toString());
    }

    private byte[] bytes(byte[] text) throws IOException {
        if (!packed) {
            return text;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(out)) {
            zip.write(text);
        }
        return out.toByteArray();
    }

    /** Columns in an order of its own; further files may lack the optional ones, any may have one more. */
    private byte[] file(int index) throws IOException {
        List<String> columns = new ArrayList<>(TARGETS);
        boolean customers = index == 0 || random.nextInt(3) > 0;
        boolean titles = index == 0 || random.nextInt(3) > 0;
        columns.removeIf(
                c -> (c.equals(Orders.CUSTOMER_ID) && !customers) || (c.equals(Orders.PRODUCT_NAME) && !titles));
        if (random.nextInt(3) == 0) {
            columns.add("memo");
        }
        Collections.shuffle(columns, random);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (encoding.equals("UTF-8 BOM")) {
            out.write(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
        }
        StringBuilder text = new StringBuilder();
        record(text, columns.stream().map(c -> names.getOrDefault(c, c)).toList());
        for (int i = random.nextInt(14); i > 0; i--) {
            row(text, columns, !customers, !titles);
        }
        text.append(random.nextInt(4) == 0 ? end : "");
        byte[] body = text.toString().getBytes(charset);
        out.write(encoding.startsWith("UTF-8") || encoding.equals("EUC-JP") ? damaged(body) : body);
        return out.toByteArray();
    }

    private void row(StringBuilder text, List<String> columns, boolean noCustomer, boolean noName) {
        Line drawn = lines.draw(moments.step, prices.decimals);
        Line named = new Line(
                drawn.order(),
                drawn.product(),
                drawn.customer(),
                drawn.at(),
                drawn.quantity(),
                drawn.price(),
                Optional.of(lines.text(script, breaks)));
        boolean after = random.nextInt(12) == 0;
        Line line = after ? after(named) : named;
        Map<String, String> values = values(line);
        boolean damage = encoding.startsWith("UTF-8") || encoding.equals("EUC-JP");
        Broken broken = !after && random.nextInt(8) == 0 ? lines.one(List.of(Broken.values())) : null;
        if (broken == Broken.BAD_BYTES && (!damage || noName)) {
            broken = null;
        }
        List<String> fields = new ArrayList<>();
        if (broken != null) {
            damage(values, broken);
            rejected++;
        } else if (after) {
            later++;
        } else {
            accepted.add(line.without(noCustomer, noName));
        }
        columns.forEach(c -> fields.add(values.get(c)));
        if (broken == Broken.SHORT) {
            fields.remove(fields.size() - 1);
        } else if (broken == Broken.LONG) {
            fields.add("more");
        }
        record(text, fields);
    }

    private static Line after(Line line) {
        return new Line(
                line.order(),
                line.product(),
                line.customer(),
                line.at().plus(Duration.ofDays(200)),
                line.quantity(),
                line.price(),
                line.name());
    }

    private Map<String, String> values(Line line) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(Orders.ORDER_ID, line.order());
        values.put(Orders.PRODUCT_ID, line.product());
        values.put(Orders.CUSTOMER_ID, line.customer().orElse(lines.one(List.of("", "NULL", " "))));
        values.put(Orders.ORDERED_AT, moments.write(line.at()));
        values.put(Orders.QUANTITY, quantities.write(line.quantity()));
        values.put(Orders.UNIT_PRICE, prices.write(line.price()));
        values.put(Orders.PRODUCT_NAME, line.name().orElseThrow());
        values.put("memo", lines.text(script, breaks));
        return values;
    }

    private void damage(Map<String, String> values, Broken broken) {
        switch (broken) {
            case NO_NUMBER -> values.put(random.nextBoolean() ? Orders.QUANTITY : Orders.UNIT_PRICE, "many");
            case NO_TIME -> values.put(Orders.ORDERED_AT, lines.one(List.of("soon", "09:15", "2026", "31/31/2026")));
            case NO_ORDER -> values.put(Orders.ORDER_ID, lines.one(List.of("", "  ", "\\N")));
            case NO_PRODUCT -> values.put(Orders.PRODUCT_ID, "");
            case BAD_BYTES -> values.put(Orders.PRODUCT_NAME, "bad@@BYTE@@");
            default -> {}
        }
    }

    /** A byte that is no text stands where the mark stood. */
    private static byte[] damaged(byte[] text) {
        String bytes = new String(text, StandardCharsets.ISO_8859_1);
        return bytes.replace("@@BYTE@@", "\u00ff").getBytes(StandardCharsets.ISO_8859_1);
    }

    private void record(StringBuilder text, List<String> fields) {
        for (int i = 0; i < fields.size(); i++) {
            String field = fields.get(i);
            boolean needed = field.chars().anyMatch(c -> c == delimiter || c == '"' || c == '\n' || c == '\r');
            text.append(i == 0 ? "" : delimiter);
            text.append(needed || quoteAll ? "\"" + field.replace("\"", "\"\"") + "\"" : field);
        }
        text.append(end);
    }

    private InputConfig config(Path path) {
        Map<String, String> mapped = new HashMap<>();
        add(mapped, Orders.QUANTITY, quantities.sql);
        add(mapped, Orders.UNIT_PRICE, prices.sql);
        add(mapped, Orders.ORDERED_AT, moments.sql);
        TARGETS.forEach(t -> add(mapped, t, "%s"));
        return new InputConfig(
                Optional.of("csv"),
                Optional.of(path.toString()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                delimiter == ',' ? Map.of() : Map.of("delimiter", String.valueOf(delimiter)),
                encoding.startsWith("UTF-8") ? Optional.empty() : Optional.of(encoding),
                mapped,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private void add(Map<String, String> mapped, String target, String sql) {
        String name = names.get(target);
        if (!name.equals(target) || !sql.equals("%s")) {
            mapped.putIfAbsent(target, String.format(sql, "`" + name.replace("`", "``") + "`"));
        }
    }
}
