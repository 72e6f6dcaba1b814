package dev.dunwell.payments.qr;

import dev.dunwell.kernel.Money;
import java.nio.charset.StandardCharsets;
import net.codecrete.qrbill.generator.Address;
import net.codecrete.qrbill.generator.Bill;
import net.codecrete.qrbill.generator.BillFormat;
import net.codecrete.qrbill.generator.GraphicsFormat;
import net.codecrete.qrbill.generator.OutputSize;
import net.codecrete.qrbill.generator.QRBill;

/**
 * The code of the Swiss QR-bill (Swiss Implementation Guidelines QR-bill 2.3): francs or euro into an account in
 * Switzerland or Liechtenstein whose holder's address is known in its parts.
 */
public final class SwissCode {

    private SwissCode() {}

    public static PayCode of(Transfer transfer) {
        if (!transfer.currency().getCurrencyCode().matches("CHF|EUR")) {
            return PayCode.refused("qr.only_francs");
        } else if (transfer.address() == null) {
            return PayCode.refused("qr.no_address");
        }
        Bill bill = bill(transfer, transfer.address());
        return QRBill.validate(bill).isValid() ? code(bill) : PayCode.refused("qr.not_fitting");
    }

    private static PayCode code(Bill bill) {
        String svg = new String(QRBill.generate(bill), StandardCharsets.UTF_8);
        return new PayCode("swiss", QRBill.encodeQrCodeText(bill), svg.substring(svg.indexOf("<svg")), "");
    }

    private static Bill bill(Transfer transfer, Transfer.Place place) {
        var creditor = new Address();
        creditor.setName(transfer.name());
        creditor.setStreet(place.street());
        creditor.setHouseNo(place.house());
        creditor.setPostalCode(place.postcode());
        creditor.setTown(place.town());
        creditor.setCountryCode(place.country());
        var format = new BillFormat();
        format.setGraphicsFormat(GraphicsFormat.SVG);
        format.setOutputSize(OutputSize.QR_CODE_WITH_QUIET_ZONE);
        var bill = new Bill();
        bill.setFormat(format);
        bill.setAccount(transfer.iban());
        bill.setCurrency(transfer.currency().getCurrencyCode());
        Money amount = transfer.amount();
        bill.setAmount(amount == null ? null : amount.amount());
        bill.setCreditor(creditor);
        bill.setReference(transfer.reference());
        return bill;
    }
}
