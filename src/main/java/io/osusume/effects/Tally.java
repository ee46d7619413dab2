package io.osusume.effects;

import io.osusume.tables.Arm;
import io.osusume.tables.Episodes;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * Counts one group's customers, who come sorted by cluster and customer, the first day first. Of each customer only the
 * first day counts on which the group's offers were made or withheld: what is eligible later may be what the first offer did.
 */
final class Tally {
    private static final int FIGURES_BEFORE = 4;

    private final Moments[] treated;
    private final Moments[] control;
    private long waiting;
    private long delivered;
    private long drawnTreated;
    private long drawnControl;
    private int firstDay = Integer.MAX_VALUE;
    private int lastDay = Integer.MIN_VALUE;
    private String cluster;
    private boolean clusterCounted;
    private Customer open;

    Tally(int outcomes) {
        this.treated = moments(outcomes);
        this.control = moments(outcomes);
    }

    private static Moments[] moments(int outcomes) {
        Moments[] moments = new Moments[outcomes];
        for (int i = 0; i < outcomes; i++) {
            moments[i] = new Moments(FIGURES_BEFORE);
        }
        return moments;
    }

    /** A customer as of the first day. */
    private static final class Customer {
        private final String id;
        private final int day;
        private final String arm;
        private final boolean isDrawn;
        private final boolean isMature;
        private boolean isDelivered;
        private final double[] outcomes;
        private final double[] before;

        private Customer(Row row) {
            id = row.getAs(Episodes.CUSTOMER_ID);
            day = row.<Integer>getAs(Groups.DAY);
            arm = row.getAs(Episodes.ARM);
            isDrawn = row.<Boolean>getAs(Episodes.IS_DRAWN);
            isMature = row.<Boolean>getAs(Groups.IS_MATURE);
            isDelivered = row.<Boolean>getAs(Groups.IS_DELIVERED);
            outcomes = numbers(row, Groups.OUTCOMES);
            before = numbers(row, Groups.BEFORE);
        }

        private void also(Customer other) {
            if (other.day == day) {
                isDelivered |= other.isDelivered;
                largest(outcomes, other.outcomes);
                largest(before, other.before);
            }
        }
    }

    private static double[] numbers(Row row, String column) {
        List<Double> list = row.getList(row.fieldIndex(column));
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void largest(double[] of, double[] and) {
        for (int i = 0; i < of.length; i++) {
            of[i] = Math.max(of[i], and[i]);
        }
    }

    void add(Row row) {
        Customer next = new Customer(row);
        String nextCluster = row.getAs(Groups.CLUSTER);
        if (open != null && open.id.equals(next.id) && nextCluster.equals(cluster)) {
            open.also(next);
            return;
        }
        count();
        if (!nextCluster.equals(cluster)) {
            endCluster();
            cluster = nextCluster;
        }
        open = next;
    }

    /** Counts the last one too. */
    Tally end() {
        count();
        endCluster();
        return this;
    }

    private void count() {
        Customer one = open;
        open = null;
        if (one == null) {
            return;
        }
        boolean isControl = one.arm.equals(Arm.CONTROL.wire());
        countDraw(one, isControl);
        if (one.arm.equals(Groups.ASIDE)) {
            return;
        }
        if (!one.isMature) {
            waiting++;
            return;
        }
        firstDay = Math.min(firstDay, one.day);
        lastDay = Math.max(lastDay, one.day);
        delivered += !isControl && one.isDelivered ? 1 : 0;
        for (int i = 0; i < one.outcomes.length; i++) {
            (isControl ? control : treated)[i].add(one.outcomes[i], one.before);
        }
    }

    /** What was drawn is the cluster, once, mature or not. */
    private void countDraw(Customer one, boolean isControl) {
        if (one.isDrawn && !clusterCounted) {
            clusterCounted = true;
            drawnControl += isControl ? 1 : 0;
            drawnTreated += isControl ? 0 : 1;
        }
    }

    private void endCluster() {
        clusterCounted = false;
        for (int i = 0; i < treated.length; i++) {
            treated[i].endCluster();
            control[i].endCluster();
        }
    }

    Moments treated(int outcome) {
        return treated[outcome];
    }

    Moments control(int outcome) {
        return control[outcome];
    }

    long waiting() {
        return waiting;
    }

    /** Of the treated, how many got something. */
    long delivered() {
        return delivered;
    }

    /** The p value of the arms' sizes; null where nothing was drawn. */
    Double sampleRatio(double controlShare) {
        return drawnTreated + drawnControl == 0 ? null : SampleRatio.p(drawnTreated, drawnControl, controlShare);
    }

    /** The first day of a customer who is counted; null: none is. */
    Integer firstDay() {
        return firstDay > lastDay ? null : Integer.valueOf(firstDay);
    }

    /** Nights in which the customers came who are counted. */
    int nights() {
        return firstDay > lastDay ? 0 : lastDay - firstDay + 1;
    }
}
