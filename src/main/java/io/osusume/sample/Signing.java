package io.osusume.sample;

import java.time.LocalDateTime;
import java.util.List;

/** Services signed for at one moment: one order, of contracts (price 0) and one-time lots (paid). */
record Signing(LocalDateTime at, List<Product> products) {}
