package io.osusume.config;

import java.io.Serializable;
import java.util.List;

/** By which way an offer goes out. */
public record ChannelsConfig(
        List<String> allowed,

        @Like(value = Like.NOT_BLANK, what = "the name of a channel")
        String standard,

        @Range(above = 0, unit = "contacts") double strength,

        @Like(value = Like.NOT_BLANK, what = "the name of a channel")
        String inPerson,

        @Range(min = 0, max = 2, unit = "loyalty score") double inPersonLoyalty,
        @Range(min = 0, max = 366, unit = "days") int gapDays)
        implements Serializable {}
