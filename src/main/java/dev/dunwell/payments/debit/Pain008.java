package dev.dunwell.payments.debit;

import dev.dunwell.kernel.Money;
import dev.dunwell.payments.debit.DebitRun.Item;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * The file for the bank: pain.008.001.08 as the SEPA implementation guidelines have it (EPC130-08), one payment
 * information for each sequence type. Names and texts are written in the letters that every bank of SEPA takes.
 */
final class Pain008 {

    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.008.001.08";
    private static final int LONGEST_TEXT = 140;
    private static final int LONGEST_NAME = 70;

    private final XMLStreamWriter xml;
    private final Collector collector;

    private Pain008(XMLStreamWriter xml, Collector collector) {
        this.xml = xml;
        this.collector = collector;
    }

    /** Who collects, into which account, when. */
    record Collector(
            String name,
            String iban,
            @Nullable String bic,
            String creditorId,
            String messageId,
            Instant at,
            Mandate.Scheme scheme,
            LocalDate collectOn) {}

    /** @param mandates of the items, by id */
    static byte[] of(Collector collector, List<Item> items, Map<Long, Mandate> mandates) {
        try {
            var bytes = new ByteArrayOutputStream();
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new Pain008(xml, collector).write(items, mandates);
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(List<Item> items, Map<Long, Mandate> mandates) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("Document");
        xml.writeDefaultNamespace(NAMESPACE);
        open("CstmrDrctDbtInitn");
        open("GrpHdr");
        text("MsgId", collector.messageId);
        text("CreDtTm", collector.at.truncatedTo(ChronoUnit.SECONDS).toString());
        sums(items);
        open("InitgPty");
        text("Nm", plain(collector.name, LONGEST_NAME));
        close(2);
        Map<String, List<Item>> bySequence =
                items.stream().collect(Collectors.groupingBy(Item::sequence, TreeMap::new, Collectors.toList()));
        for (Map.Entry<String, List<Item>> each : bySequence.entrySet()) {
            payment(each.getKey(), each.getValue(), mandates);
        }
        close(2);
        xml.writeEndDocument();
        xml.close();
    }

    private void payment(String sequence, List<Item> items, Map<Long, Mandate> mandates) throws XMLStreamException {
        open("PmtInf");
        text("PmtInfId", collector.messageId + "-" + sequence);
        text("PmtMtd", "DD");
        sums(items);
        open("PmtTpInf");
        within("SvcLvl", "Cd", "SEPA");
        within("LclInstrm", "Cd", collector.scheme.name());
        text("SeqTp", sequence);
        close(1);
        text("ReqdColltnDt", collector.collectOn.toString());
        within("Cdtr", "Nm", plain(collector.name, LONGEST_NAME));
        account("CdtrAcct", collector.iban);
        agent("CdtrAgt", collector.bic);
        text("ChrgBr", "SLEV");
        open("CdtrSchmeId");
        open("Id");
        open("PrvtId");
        open("Othr");
        text("Id", collector.creditorId);
        within("SchmeNm", "Prtry", "SEPA");
        close(4);
        for (Item item : items) {
            transaction(item, Objects.requireNonNull(mandates.get(item.mandateId())));
        }
        close(1);
    }

    private void transaction(Item item, Mandate mandate) throws XMLStreamException {
        open("DrctDbtTxInf");
        within("PmtId", "EndToEndId", item.endToEnd());
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", "EUR");
        xml.writeCharacters(item.amount().amount().toPlainString());
        close(1);
        open("DrctDbtTx");
        open("MndtRltdInf");
        text("MndtId", mandate.reference());
        text("DtOfSgntr", mandate.signedOn().toString());
        close(2);
        agent("DbtrAgt", mandate.bic());
        within("Dbtr", "Nm", plain(mandate.holder(), LONGEST_NAME));
        account("DbtrAcct", mandate.iban());
        within("RmtInf", "Ustrd", plain(item.invoiceNumber(), LONGEST_TEXT));
        close(1);
    }

    private void sums(List<Item> items) throws XMLStreamException {
        BigDecimal sum = items.stream().map(Item::amount).map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        text("NbOfTxs", String.valueOf(items.size()));
        text("CtrlSum", sum.toPlainString());
    }

    private void account(String element, String iban) throws XMLStreamException {
        open(element);
        within("Id", "IBAN", iban);
        close(1);
    }

    private void agent(String element, @Nullable String bic) throws XMLStreamException {
        open(element);
        open("FinInstnId");
        if (bic == null) {
            within("Othr", "Id", "NOTPROVIDED");
        } else {
            text("BICFI", bic);
        }
        close(2);
    }

    private void within(String outer, String inner, String content) throws XMLStreamException {
        open(outer);
        text(inner, content);
        close(1);
    }

    private void text(String element, String content) throws XMLStreamException {
        open(element);
        xml.writeCharacters(content);
        close(1);
    }

    private void open(String element) throws XMLStreamException {
        xml.writeStartElement(element);
    }

    private void close(int elements) throws XMLStreamException {
        for (int i = 0; i < elements; i++) {
            xml.writeEndElement();
        }
    }

    /** In the letters of the SEPA character set (EPC217-08). */
    static String plain(String text, int longest) {
        String spelled = text.replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("Ä", "Ae")
                .replace("Ö", "Oe")
                .replace("Ü", "Ue")
                .replace("ß", "ss")
                .replace("&", "+");
        String bare = Normalizer.normalize(spelled, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9/?:().,'+ -]", " ")
                .strip();
        return bare.substring(0, Math.min(bare.length(), longest));
    }
}
