package dev.dunwell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A book made from a number: invoices under the headings that the guide's script maps, and a contact for each customer.
 */
final class SeededBook {

    private final Random random;
    private final int customers;
    private final LocalDate day;

    /** @param day around which invoices come due; some are paid, before it and after */
    SeededBook(long seed, int customers, LocalDate day) {
        this.random = new Random(seed);
        this.customers = customers;
        this.day = day;
    }

    Path invoices(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate");
        for (int customer = 1; customer <= customers; customer++) {
            for (int n = 0; n <= random.nextInt(4); n++) {
                LocalDate dueOn = day.plusDays(random.nextInt(-50, 60));
                LocalDate settledOn = dueOn.plusDays(random.nextInt(-20, 120));
                lines.add("%s,F-%d-%d,%s,%s,%d.%02d,%s,%s"
                        .formatted(
                                number(customer),
                                customer,
                                n,
                                dueOn.minusDays(30),
                                dueOn,
                                random.nextInt(20, 5_000),
                                random.nextInt(100),
                                random.nextInt(20) == 0 ? "Yes" : "No",
                                random.nextBoolean() ? settledOn : ""));
            }
        }
        return Files.write(file, lines);
    }

    Path contacts(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of("customer_number,name,email"));
        for (int customer = 1; customer <= customers; customer++) {
            lines.add("%s,Payer %d,payer-%d@payer.example".formatted(number(customer), customer, customer));
        }
        return Files.write(file, lines);
    }

    private static String number(int customer) {
        return "C%04d".formatted(customer);
    }
}
