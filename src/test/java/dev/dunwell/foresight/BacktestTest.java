package dev.dunwell.foresight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dunwell.foresight.learning.Backtest;
import dev.dunwell.foresight.learning.Backtest.Report;
import dev.dunwell.foresight.learning.Bill;
import dev.dunwell.intake.formats.Samples;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two real books, read as an import reads them, foretold by what the product runs. */
class BacktestTest {

    private static final LocalDate IBM_CUT = LocalDate.of(2013, 7, 1);
    private static final LocalDate UDYAM_CUT = LocalDate.of(2016, 8, 4);

    @Test
    void the_ibm_book_is_foretold() {
        Report report = Backtest.run(ibm(), IBM_CUT).orElseThrow();
        assertThat(report.learned()).isEqualTo(1846);
        assertThat(report.tested()).isEqualTo(536);
        assertThat(report.meanError()).as(report.toString()).isLessThanOrEqualTo(2.10);
        assertThat(report.ranking()).as(report.toString()).isGreaterThanOrEqualTo(0.856);
        assertThat(report.covered()).as(report.toString()).isBetween(0.75, 0.85);
        assertThat(report.cashError()).as(report.toString()).isLessThanOrEqualTo(0.029);
    }

    @Test
    void the_udyam_bills_are_foretold() {
        Report report = Backtest.run(udyam(), UDYAM_CUT).orElseThrow();
        assertThat(report.learned()).isEqualTo(6767);
        assertThat(report.tested()).isEqualTo(1753);
        assertThat(report.meanError()).as(report.toString()).isLessThanOrEqualTo(17.5);
        assertThat(report.ranking()).as(report.toString()).isGreaterThanOrEqualTo(0.784);
        assertThat(report.covered()).as(report.toString()).isBetween(0.75, 0.85);
        assertThat(report.cashError()).as(report.toString()).isLessThanOrEqualTo(0.24);
    }

    private static List<Bill> ibm() {
        return BookFile.read(Samples.file("ar/ibm/WA_Fn-UseC_-Accounts-Receivable.csv"), Map.of())
                .bills();
    }

    private static List<Bill> udyam() {
        return BookFile.read(
                        Samples.file("ar/udyam-vendor/trainData.csv"),
                        Map.of(
                                "customer_name", "Vendor_Name",
                                "issued_on", "Invoice_Date",
                                "due_on", "Due_Date",
                                "amount", "Amount",
                                "days", "Number_of_Days_until_Payment"))
                .bills();
    }
}
