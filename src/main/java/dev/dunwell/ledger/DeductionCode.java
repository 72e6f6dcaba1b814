package dev.dunwell.ledger;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a payer kept an amount back: the usual dispute codes, with the adjustment reason of ANSI X12 element 426 and the
 * clarification code of Peppol's invoice response where there is one.
 */
public enum DeductionCode {
    PRICING("price", "01", "PRI"),
    ALLOWANCE("allowance or charge", "02", ""),
    QUANTITY_SHORT("quantity short", "06", "QTY"),
    NOT_RECEIVED("not received", "59", "DEL"),
    DAMAGED("damaged", "04", ""),
    QUALITY("quality", "05", "QUA"),
    WRONG_PRODUCT("wrong product", "07", "ITM"),
    TERMS_OF_SALE("terms of sale", "09", "PAY"),
    RETURNED_GOODS("returned goods", "11", ""),
    MISSING_ORDER_DATA("order number or required data missing", "17", "REF"),
    NOT_OUR_BILL("not our bill", "18", "REC"),
    DUPLICATE_BILLING("billed twice", "19", ""),
    INCORRECT_DISCOUNT("discount incorrect", "24", ""),
    TAX("tax", "", ""),
    FREIGHT("freight", "30", ""),
    UNAUTHORISED_CHARGE("charge not authorised", "23", ""),
    PROMOTION("promotion or advertising", "56", ""),
    LEGAL_DATA("legal data", "", "LEG"),
    OTHER("other", "", "OTH");

    private final String words;
    private final String x12;
    private final String peppol;

    DeductionCode(String words, String x12, String peppol) {
        this.words = words;
        this.x12 = x12;
        this.peppol = peppol;
    }

    /** The name in the database and in the API, {@code quantity_short}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
        return words;
    }

    /** Of X12 element 426; empty when there is none. */
    public String x12() {
        return x12;
    }

    /** Of Peppol's invoice response; empty when there is none. */
    public String peppol() {
        return peppol;
    }

    public static Optional<DeductionCode> read(String code) {
        return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
