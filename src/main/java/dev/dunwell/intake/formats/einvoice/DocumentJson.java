package dev.dunwell.intake.formats.einvoice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What of an e-invoice is kept beside the book: its fields by name, and its lines. */
final class DocumentJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private DocumentJson() {}

    static String of(EInvoice invoice) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("syntax", invoice.syntax().called());
        for (Field field : Field.values()) {
            if (!invoice.at(field).isEmpty()) {
                document.put(field.name().toLowerCase(Locale.ROOT), invoice.at(field));
            }
        }
        document.put("lines", invoice.lines().stream().map(DocumentJson::line).toList());
        return JSON.writeValueAsString(document);
    }

    private static List<String> line(EInvoice.Line line) {
        return List.of(line.description(), line.quantity(), line.price(), line.amount());
    }
}
