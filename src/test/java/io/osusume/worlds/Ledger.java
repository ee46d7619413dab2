package io.osusume.worlds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The ways in which companies write down one and the same agreement. */
enum Ledger {
    /** A row of subscriptions. */
    ROW {
        @Override
        void write(Company company, Agreement a) {
            company.row("subscriptions", cells(company, a, a.start(), a.end()));
        }
    },
    /** A row of subscriptions that names its next renewal. */
    ROW_WITH_RENEWAL {
        @Override
        void write(Company company, Agreement a) {
            List<Object> cells = new ArrayList<>(List.of(cells(company, a, a.start(), a.end())));
            cells.add("renews_at");
            cells.add(a.renewal(company.asOf()));
            company.row("subscriptions", cells.toArray());
        }
    },
    /** A row for each period paid, which ends on the day on which the next begins. */
    ROW_A_PERIOD {
        @Override
        void write(Company company, Agreement a) {
            for (LocalDate day : a.payments(company.asOf())) {
                List<LocalDate> upTo = a.until(null).payments(day.plusMonths(a.billed() + 1L));
                company.row("subscriptions", cells(company, a, day, upTo.get(upTo.indexOf(day) + 1)));
            }
        }
    },
    /** An order line for each payment. */
    INVOICES {
        @Override
        void write(Company company, Agreement a) {
            a.payments(company.asOf()).forEach(day -> company.line(a.customer(), a.plan(), day, a.units(), a.price()));
        }
    },
    /** A row of subscriptions, and an order line for each payment. */
    ROW_AND_INVOICES {
        @Override
        void write(Company company, Agreement a) {
            ROW.write(company, a);
            INVOICES.write(company, a);
        }
    };

    abstract void write(Company company, Agreement a);

    static Object[] cells(Company company, Agreement a, LocalDate start, LocalDate end) {
        return new Object[] {
            "subscription_id",
            company.id(),
            "customer_id",
            a.customer(),
            "product_id",
            a.plan(),
            "started_at",
            start,
            "ended_at",
            end == null ? "" : end,
            "quantity",
            a.units(),
            "price",
            a.price()
        };
    }
}
