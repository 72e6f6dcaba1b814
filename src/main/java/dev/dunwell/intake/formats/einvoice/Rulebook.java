package dev.dunwell.intake.formats.einvoice;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.stax.StAXSource;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmSequenceIterator;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltExecutable;
import org.jspecify.annotations.Nullable;

/**
 * The official rules an e-invoice is held against: EN 16931 by CEN, and those of Peppol BIS Billing 3.0. They come as
 * transformations (Schematron, compiled by their publishers) and are made ready once, in about a second.
 */
enum Rulebook {
    EN16931_UBL("/external/schematron/1.3.16/ubl/EN16931-UBL-validation.xslt"),
    EN16931_CII("/external/schematron/1.3.16/cii/EN16931-CII-validation.xslt"),
    PEPPOL_UBL("/external/schematron/openpeppol/2026.5/xslt/PEPPOL-EN16931-UBL.xslt");

    private static final Processor SAXON = processor();
    private static final String REPORT = "http://purl.oclc.org/dsdl/svrl";

    /** Profiles of Factur-X and ZUGFeRD that do not claim to be EN 16931 and nothing else. */
    private static final List<String> OTHER_PROFILES = List.of(":minimum", ":basicwl", ":extended");

    /** Number, days, currency, parties, sums. */
    private static final Set<String> NEEDED = Set.of(
            "BR-02", "BR-03", "BR-04", "BR-05", "BR-06", "BR-07", "BR-13", "BR-14", "BR-15", "BR-CO-15", "BR-CO-16");

    private final String resource;

    @SuppressWarnings("ImmutableEnumChecker") // made once, from the resource, and never changed
    private volatile @Nullable XsltExecutable rules;

    Rulebook(String resource) {
        this.resource = resource;
    }

    /**
     * A rule that the document does not keep.
     *
     * @param rule {@code BR-CO-15}
     * @param text what the rule asks for, in the words of its publisher
     * @param fatal false for a warning
     */
    record Failure(String rule, String text, boolean fatal) {

        Failure asRemark() {
            return new Failure(rule, text, false);
        }
    }

    /**
     * What a document does not keep. Fatal is what breaks EN 16931; of a profile that is more or less than EN 16931
     * (MINIMUM, BASIC WL, EXTENDED) only what the book needs. The rest is worth knowing and no reason to refuse it.
     */
    static List<Failure> failures(byte[] xml, EInvoice invoice) {
        String specification = invoice.at(Field.SPECIFICATION);
        List<Failure> failures = new ArrayList<>();
        switch (invoice.syntax()) {
            case UBL_INVOICE, UBL_CREDIT_NOTE -> {
                failures.addAll(EN16931_UBL.failures(xml));
                if (specification.contains("urn:fdc:peppol.eu:2017:poacc:billing:3.0")) {
                    PEPPOL_UBL.failures(xml).forEach(failure -> failures.add(failure.asRemark()));
                }
            }
            case CII -> failures.addAll(EN16931_CII.failures(xml));
            case ZUGFERD_1 -> {}
        }
        boolean isWhole = OTHER_PROFILES.stream().noneMatch(specification::contains);
        return failures.stream()
                .map(failure -> isWhole || NEEDED.contains(failure.rule()) ? failure : failure.asRemark())
                .distinct()
                .toList();
    }

    /**
     * What a document of our own does not keep, Peppol's rules counting as much as CEN's where it claims to be
     * Peppol's.
     */
    static List<Failure> strictly(byte[] xml, EInvoice invoice) {
        Rulebook base = invoice.syntax() == Syntax.CII ? EN16931_CII : EN16931_UBL;
        List<Failure> failures = new ArrayList<>(base.failures(xml));
        if (invoice.at(Field.SPECIFICATION).contains("urn:fdc:peppol.eu:2017:poacc:billing:3.0")) {
            failures.addAll(PEPPOL_UBL.failures(xml));
        }
        return failures;
    }

    /** @param xml well-formed and without a document type */
    List<Failure> failures(byte[] xml) {
        try {
            XdmNode document = SAXON.newDocumentBuilder().build(new StAXSource(safely(xml)));
            XdmDestination report = new XdmDestination();
            Xslt30Transformer asking = ready().load30();
            asking.setGlobalContextItem(document); // Peppol's rules look at the whole from everywhere
            asking.applyTemplates(document, report);
            List<Failure> failures = new ArrayList<>();
            collect(report.getXdmNode(), failures);
            return failures;
        } catch (SaxonApiException | XMLStreamException e) {
            return List.of(new Failure("XML", "The rules cannot be applied to it: " + e.getMessage(), true));
        }
    }

    private static void collect(XdmNode node, List<Failure> failures) {
        XdmSequenceIterator<XdmNode> children = node.axisIterator(Axis.CHILD);
        while (children.hasNext()) {
            XdmNode child = children.next();
            QName name = child.getNodeName();
            if (name != null
                    && name.getNamespace().equals(REPORT)
                    && name.getLocalName().equals("failed-assert")) {
                failures.add(failure(child));
            } else {
                collect(child, failures);
            }
        }
    }

    private static Failure failure(XdmNode assertion) {
        String rule = String.valueOf(assertion.getAttributeValue(new QName("id")));
        String flag = assertion.getAttributeValue(new QName("flag"));
        String text = assertion.getStringValue().strip().replaceAll("\\s+", " ");
        String told = text.replaceFirst("^\\[?" + Pattern.quote(rule) + "\\]?\\s*-?\\s*", "");
        return new Failure(rule, told, !"warning".equals(flag));
    }

    private XsltExecutable ready() throws SaxonApiException {
        XsltExecutable ready = rules;
        if (ready == null) {
            synchronized (this) {
                ready = rules == null ? compiled() : rules;
                rules = ready;
            }
        }
        return ready;
    }

    private XsltExecutable compiled() throws SaxonApiException {
        try (InputStream text = Rulebook.class.getResourceAsStream(resource)) {
            if (text == null) {
                throw new IllegalStateException("there are no rules " + resource);
            }
            var compiler = SAXON.newXsltCompiler();
            compiler.setErrorReporter(_ -> {});
            return compiler.compile(new StreamSource(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static XMLStreamReader safely(byte[] xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(xml));
    }

    /** One that opens nothing: no files, no network, no Java. */
    private static Processor processor() {
        Processor processor = new Processor(false);
        processor.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
        processor.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "");
        return processor;
    }
}
