package dev.dunwell.responses;

import dev.dunwell.collections.Grade;
import java.util.Arrays;
import java.util.Optional;

/**
 * A status of an invoice as its buyer's system tells it. Sources: Peppol BIS Invoice Response 3, code list UNCL4343;
 * the French life cycle of e-invoices (specification externe, statuses 200 to 213).
 */
public enum ResponseCode {
    AB("AB", "Received", Meaning.EVIDENCE, Grade.ACKNOWLEDGED),
    IP("IP", "In process", Meaning.EVIDENCE, Grade.ACKNOWLEDGED),
    UQ("UQ", "Under query", Meaning.QUESTION, Grade.ACKNOWLEDGED),
    CA("CA", "Conditionally accepted", Meaning.QUESTION, Grade.ACKNOWLEDGED),
    RE("RE", "Rejected", Meaning.DISPUTE, Grade.ACKNOWLEDGED),
    AP("AP", "Accepted", Meaning.EVIDENCE, Grade.ACKNOWLEDGED),
    PD("PD", "Paid", Meaning.EVIDENCE, Grade.ACKNOWLEDGED),
    SUBMITTED("200", "Déposée", Meaning.EVIDENCE, Grade.SENT),
    ISSUED("201", "Émise", Meaning.EVIDENCE, Grade.SENT),
    RECEIVED("202", "Reçue", Meaning.EVIDENCE, Grade.ACCEPTED),
    AVAILABLE("203", "Mise à disposition", Meaning.EVIDENCE, Grade.DELIVERED),
    TAKEN_ON("204", "Prise en charge", Meaning.EVIDENCE, Grade.ACKNOWLEDGED),
    APPROVED("205", "Approuvée", Meaning.EVIDENCE, Grade.ACKNOWLEDGED),
    APPROVED_IN_PART("206", "Approuvée partiellement", Meaning.DISPUTE, Grade.ACKNOWLEDGED),
    CONTESTED("207", "En litige", Meaning.DISPUTE, Grade.ACKNOWLEDGED),
    SUSPENDED("208", "Suspendue", Meaning.QUESTION, Grade.ACKNOWLEDGED),
    COMPLETED("209", "Complétée", Meaning.EVIDENCE, Grade.ACKNOWLEDGED),
    REFUSED("210", "Refusée", Meaning.DISPUTE, Grade.ACKNOWLEDGED),
    PAYMENT_SENT("211", "Paiement transmis", Meaning.EVIDENCE, Grade.ACKNOWLEDGED),
    CASHED("212", "Encaissée", Meaning.EVIDENCE, Grade.ACKNOWLEDGED),
    NOT_TAKEN("213", "Rejetée", Meaning.EVIDENCE, Grade.NONE);

    /** What a status is here. None of them is money: what was paid is told by the bank. */
    public enum Meaning {
        EVIDENCE,
        QUESTION,
        DISPUTE
    }

    private final String code;
    private final String title;
    private final Meaning meaning;
    private final Grade grade;

    ResponseCode(String code, String title, Meaning meaning, Grade grade) {
        this.code = code;
        this.title = title;
        this.meaning = meaning;
        this.grade = grade;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public Meaning meaning() {
        return meaning;
    }

    /** What it shows of the invoice's delivery; {@link Grade#NONE} that it came back. */
    Grade grade() {
        return grade;
    }

    public static Optional<ResponseCode> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
