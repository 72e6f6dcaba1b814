package dev.dunwell.invoicing.xml;

/** What a document claims to be: the specification it follows (BT-24) and the process (BT-23). */
public enum Profile {
    EN16931("urn:cen.eu:en16931:2017", ""),
    XRECHNUNG(
            "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0",
            "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"),
    PEPPOL(
            "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
            "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0");

    private final String specification;
    private final String process;

    Profile(String specification, String process) {
        this.specification = specification;
        this.process = process;
    }

    String specification() {
        return specification;
    }

    String process() {
        return process;
    }
}
