package io.osusume.config;

import java.util.List;

/** How order lines are read. */
public record OrdersConfig(List<String> returnStatuses, List<String> cancelledStatuses) {}
