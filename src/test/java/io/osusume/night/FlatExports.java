package io.osusume.night;

import static java.time.format.DateTimeFormatter.ofPattern;

import io.osusume.night.AwkwardShop.Fate;
import io.osusume.night.AwkwardShop.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** {@link AwkwardShop} as one flat file, by the words and in the figures of databases and of other countries. */
final class FlatExports {
    private FlatExports() {}

    /** Short words, days as digits, orders called off or given back by flags, a word for everybody without an account. */
    static Path warehouse(Path folder) throws IOException {
        Sheet sheet = new Sheet(
                "ORD_NO,CUST_CD,SALES_DTTM,ITEM_CD,ITEM_NM,SALES_QTY,UNIT_PRC,SALES_AMT,CANCEL_FLG,VOID_FLG,RETURN_FLG");
        for (Line l : AwkwardShop.lines()) {
            sheet.row()
                    .put("ORD_NO", String.format("%010d", l.order()))
                    .put(
                            "CUST_CD",
                            l.customer().map(c -> String.format("C%05d", c)).orElse("GUEST"))
                    .put("SALES_DTTM", l.at().format(ofPattern("yyyyMMddHHmmss")))
                    .put("ITEM_CD", l.sku())
                    .put("ITEM_NM", l.thing())
                    .put("SALES_QTY", l.quantity())
                    .put("UNIT_PRC", l.price())
                    .put("SALES_AMT", l.amount())
                    .put("CANCEL_FLG", l.fate() == Fate.CALLED_OFF ? 1 : 0)
                    .put("VOID_FLG", l.fate() == Fate.PENDING ? 1 : 0)
                    .put("RETURN_FLG", l.fate() == Fate.BACK ? 1 : 0);
        }
        return sheet.write(folder.resolve("sales.csv"), StandardCharsets.UTF_8, false);
    }

    /** Spanish: accents in the names, decimal commas, the customer 0. */
    static Path spanish(Path folder) throws IOException {
        Sheet sheet = new Sheet("Número de pedido,Código de cliente,Fecha,Código de producto,Producto,Cantidad,"
                + "Precio unitario,Importe,Estado");
        for (Line l : AwkwardShop.lines()) {
            sheet.row()
                    .put("Número de pedido", l.order())
                    .put("Código de cliente", l.customer().map(c -> c + 100).orElse(0))
                    .put("Fecha", l.at().format(ofPattern("dd/MM/yyyy HH:mm")))
                    .put("Código de producto", l.sku())
                    .put("Producto", l.thing())
                    .put("Cantidad", l.quantity())
                    .put("Precio unitario", l.price() + ",00")
                    .put("Importe", l.amount() + ",00")
                    .put("Estado", l.isKept() ? "entregado" : l.fate() == Fate.BACK ? "devuelto" : "cancelado");
        }
        return sheet.write(folder.resolve("pedidos.csv"), StandardCharsets.UTF_8, true);
    }

    /** Italian: the month by name and the year in two digits, amounts of lines alone, when an order was called off. */
    static Path italian(Path folder) throws IOException {
        Sheet sheet = new Sheet(
                "Numero ordine,Codice cliente,Data ordine,Codice articolo,Descrizione,Quantità,Totale,Cancelled at");
        for (Line l : AwkwardShop.lines()) {
            sheet.row()
                    .put("Numero ordine", "IT/" + l.order())
                    .put("Codice cliente", l.customer().map(c -> "K" + c).orElse(""))
                    .put("Data ordine", l.at().format(ofPattern("dd-MMM-yy HH:mm", Locale.US)))
                    .put("Codice articolo", l.sku())
                    .put("Descrizione", l.thing())
                    .put("Quantità", l.quantity())
                    .put("Totale", l.amount() + ".00")
                    .put("Cancelled at", l.isKept() ? "" : l.at().plusDays(1).format(ofPattern("yyyy-MM-dd HH:mm:ss")));
        }
        return sheet.write(folder.resolve("ordini.csv"), StandardCharsets.UTF_8, false);
    }
}
