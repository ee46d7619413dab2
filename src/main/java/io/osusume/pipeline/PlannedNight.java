package io.osusume.pipeline;

import io.osusume.changes.Difference;
import io.osusume.io.Plan;

/**
 * A night that was carried out and waits to be published.
 *
 * @param difference what it would change
 * @param warehouse the folder of all tables
 */
public record PlannedNight(Plan plan, Difference difference, String warehouse) {}
