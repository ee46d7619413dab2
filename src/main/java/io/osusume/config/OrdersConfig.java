package io.osusume.config;

import java.util.List;

/**
 * How order lines are read.
 *
 * @param returnStatuses values of {@code status} that make a line a return of its quantity, compared without case
 * @param cancelledStatuses values of {@code status} that make a line count for nothing, compared without case
 */
public record OrdersConfig(List<String> returnStatuses, List<String> cancelledStatuses) {}
