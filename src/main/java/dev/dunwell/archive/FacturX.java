package dev.dunwell.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** Puts an e-invoice into a PDF/A-3 and says so in its metadata (Factur-X 1.0, ZUGFeRD 2, profile EN 16931). */
final class FacturX {

    private static final String NAME = "factur-x.xml";
    private static final String END = "</rdf:RDF>";
    private static final Pattern END_OF_SCHEMAS = Pattern.compile("</rdf:Bag>\\s*</pdfaExtension:schemas>");
    private static final String SAID = """
            <rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#">
            <fx:DocumentType>INVOICE</fx:DocumentType><fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>
            <fx:Version>1.0</fx:Version><fx:ConformanceLevel>EN 16931</fx:ConformanceLevel></rdf:Description>
            """;
    /** What those words mean, beside the schemas that the metadata explains already. */
    private static final String SCHEMA = """
            <rdf:li rdf:parseType="Resource"><pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>fx</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>%s%s%s%s</rdf:Seq></pdfaSchema:property>
            </rdf:li>
            """.formatted(
                    property("DocumentFileName", "The name of the embedded XML document"),
                    property("DocumentType", "The type of the hybrid document"),
                    property("Version", "The version of the standard of the embedded XML document"),
                    property("ConformanceLevel", "The conformance level of the embedded XML document"));

    private FacturX() {}

    static void put(byte[] xml, PDDocument document) throws IOException {
        PDComplexFileSpecification file = file(xml, document);
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(NAME, file));
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        var names = new PDDocumentNameDictionary(catalog);
        names.setEmbeddedFiles(tree);
        catalog.setNames(names);
        var associated = new COSArray();
        associated.add(file);
        catalog.getCOSObject().setItem(COSName.getPDFName("AF"), associated);
        say(document);
    }

    private static PDComplexFileSpecification file(byte[] xml, PDDocument document) throws IOException {
        var embedded = new PDEmbeddedFile(document, new ByteArrayInputStream(xml), COSName.FLATE_DECODE);
        embedded.setSubtype("text/xml");
        embedded.setSize(xml.length);
        Calendar made = document.getDocumentInformation().getCreationDate();
        embedded.setModDate(made);
        var file = new PDComplexFileSpecification();
        file.setFile(NAME);
        file.setFileUnicode(NAME);
        file.setFileDescription("The same invoice for machines (EN 16931)");
        file.setEmbeddedFile(embedded);
        file.setEmbeddedFileUnicode(embedded);
        file.getCOSObject().setName(COSName.getPDFName("AFRelationship"), "Alternative");
        return file;
    }

    private static void say(PDDocument document) throws IOException {
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String text = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        Matcher schemas = END_OF_SCHEMAS.matcher(text);
        int end = text.lastIndexOf(END);
        if (!schemas.find() || end < schemas.end()) {
            throw new IllegalStateException("the metadata of the document explains no schemas");
        }
        String whole = text.substring(0, schemas.start())
                + SCHEMA
                + text.substring(schemas.start(), end)
                + SAID
                + text.substring(end);
        metadata.importXMPMetadata(whole.getBytes(StandardCharsets.UTF_8));
    }

    private static String property(String name, String description) {
        return """
                <rdf:li rdf:parseType="Resource"><pdfaProperty:name>%s</pdfaProperty:name>\
                <pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category>\
                <pdfaProperty:description>%s</pdfaProperty:description></rdf:li>""".formatted(name, description);
    }
}
