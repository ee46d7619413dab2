package io.osusume.sample;

import java.time.LocalDateTime;
import java.util.List;

/** One order before it is priced: when, and which products in which order. */
record Purchase(LocalDateTime at, List<Product> products) {}
