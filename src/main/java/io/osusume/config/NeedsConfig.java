package io.osusume.config;

import java.io.Serializable;
import java.util.List;

/** By which events and words customers tell what they need. */
public record NeedsConfig(
        List<String> limitRefused,
        List<String> cart,
        List<String> priceWish,
        List<String> trial,
        List<String> priceReasons)
        implements Serializable {}
