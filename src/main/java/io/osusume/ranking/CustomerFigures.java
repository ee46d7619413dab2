package io.osusume.ranking;

import io.osusume.features.Signals.Kind;

/** The features of a customer that are the same for every candidate. */
final class CustomerFigures {
    private final Snapshot snapshot;
    private final History history;
    private final PurchasedProducts bought;

    CustomerFigures(Snapshot snapshot, History history, PurchasedProducts bought) {
        this.snapshot = snapshot;
        this.history = history;
        this.bought = bought;
    }

    void fill(float[] f) {
        int events = bought.events();
        int orders = history.order()[events - 1] + 1;
        int recency = snapshot.start() - history.day()[events - 1];
        int tenure = snapshot.start() - history.day()[0];
        double interval = (double) tenure / orders;
        FeatureVectors.set(f, Feature.PRODUCTS, bought.size());
        FeatureVectors.set(f, Feature.ORDERS, orders);
        FeatureVectors.set(f, Feature.ORDERS_28, orders - ordersBefore(snapshot.start() - 28));
        FeatureVectors.set(f, Feature.ORDERS_90, orders - ordersBefore(snapshot.start() - 90));
        FeatureVectors.set(f, Feature.RECENCY, recency);
        FeatureVectors.set(f, Feature.TENURE, tenure);
        FeatureVectors.set(f, Feature.INTERVAL, interval);
        FeatureVectors.set(f, Feature.OVERDUE, recency / Math.max(interval, 1));
        FeatureVectors.set(f, Feature.NOVELTIES_28, novelties(28));
        FeatureVectors.set(f, Feature.NOVELTIES_90, novelties(90));
        FeatureVectors.set(f, Feature.PRODUCTS_PER_ORDER, (double) bought.size() / orders);
        means(f);
        lwp(f);
    }

    private int ordersBefore(int day) {
        int known = history.before(day);
        return known == 0 ? 0 : history.order()[known - 1] + 1;
    }

    private int novelties(int days) {
        int count = 0;
        for (int first : bought.first()) {
            count += snapshot.start() - first <= days ? 1 : 0;
        }
        return count;
    }

    private void means(float[] f) {
        double price = 0;
        double popularity = 0;
        for (int p : bought.product()) {
            price += FeatureVectors.logPrice(snapshot, p);
            popularity += Math.log1p(snapshot.figures().buyers(Span.EVER)[p]);
        }
        double quantity = 0;
        for (int i = 0; i < bought.events(); i++) {
            quantity += Math.log1p(history.quantity()[i]);
        }
        FeatureVectors.set(f, Feature.LOG_PRICE, price / bought.size());
        FeatureVectors.set(f, Feature.LOG_QUANTITY, quantity / bought.events());
        FeatureVectors.set(f, Feature.LOG_POPULARITY, popularity / bought.size());
    }

    private void lwp(float[] f) {
        FeatureVectors.set(f, Feature.USES_28, happened(Kind.USE, 28));
        FeatureVectors.set(f, Feature.USES_84, happened(Kind.USE, 84));
        FeatureVectors.set(f, Feature.PROBLEMS_84, happened(Kind.PROBLEM, 84));
        FeatureVectors.set(f, Feature.CONTACTS_28, happened(Kind.CONTACT, 28));
        FeatureVectors.set(f, Feature.CONTACTS_84, happened(Kind.CONTACT, 84));
        FeatureVectors.set(f, Feature.WELCOMES_84, happened(Kind.WELCOME, 84));
        FeatureVectors.set(f, Feature.REFUSALS_84, happened(Kind.REFUSAL, 84));
    }

    private int happened(Kind kind, int days) {
        return history.activity().count(kind, snapshot.start(), days);
    }
}
