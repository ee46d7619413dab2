package io.osusume.config;

import java.io.Serializable;
import java.util.List;

/** By which events and words customers tell what they need. */
public record NeedsConfig(
        List<String> limitRefused, List<String> inCart, List<String> priceWish, List<String> priceReasons)
        implements Serializable {}
