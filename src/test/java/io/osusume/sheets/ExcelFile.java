package io.osusume.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads a workbook as its standard says (ECMA-376), with nothing but Java's own zip and XML. */
final class ExcelFile {
    private final Path file;

    ExcelFile(Path file) {
        this.file = file;
    }

    /** The names of its sheets. */
    List<String> sheets() throws IOException {
        return elements(part("xl/workbook.xml"), "sheet").stream()
                .map(s -> s.getAttribute("name"))
                .toList();
    }

    /** The cells of a sheet, from 1, by row: "text:…", "number:…" or "formula:…"; what is empty is not there. */
    List<List<String>> rows(int sheet) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Element row : elements(part("xl/worksheets/sheet" + sheet + ".xml"), "row")) {
            rows.add(elements(row, "c").stream().map(ExcelFile::cell).toList());
        }
        return rows;
    }

    private static String cell(Element cell) {
        if (!elements(cell, "f").isEmpty()) {
            return "formula:" + cell.getTextContent();
        }
        return (cell.getAttribute("t").equals("inlineStr") ? "text:" : "number:") + cell.getTextContent();
    }

    private Element part(String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
            return document.getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(name, e);
        }
    }

    private static List<Element> elements(Element in, String name) {
        NodeList found = in.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
